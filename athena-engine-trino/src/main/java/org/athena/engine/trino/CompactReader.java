package org.athena.engine.trino;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads Thrift's compact protocol, in which the footers of Parquet files are written.
 *
 * @source https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
final class CompactReader {

  static final int STOP = 0;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int SHORT = 4;
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int STRUCT = 12;

  private final ByteBuffer bytes;
  private int type;

  CompactReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Goes to the next field of a structure; its number, or {@link #STOP} at the end. */
  int field(int before) {
    int head = bytes.get() & 0xFF;
    type = head & 0x0F;
    if (type == STOP) {
      return STOP;
    }
    int delta = head >> 4;
    return delta == 0 ? (int) integer() : before + delta;
  }

  /** A whole number. */
  long integer() {
    long raw = varint();
    return (raw >>> 1) ^ -(raw & 1);
  }

  /** The truth value that the field's head holds. */
  boolean truth() {
    return type == TRUE;
  }

  String text() {
    byte[] text = new byte[(int) varint()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** The length of a list, which the reader then stands in. */
  int list() {
    int head = bytes.get() & 0xFF;
    type = head & 0x0F;
    int length = head >> 4;
    return length == 15 ? (int) varint() : length;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Passes over the value of the field. */
  void skip() {
    skip(type);
  }

  private void skip(int kind) {
    switch (kind) {
      case TRUE, FALSE -> {}
      case BYTE -> bytes.get();
      case SHORT, INT, LONG -> varint();
      case DOUBLE -> bytes.getLong();
      case BINARY -> bytes.position(bytes.position() + (int) varint());
      case LIST, SET -> {
        int length = list();
        int element = type;
        for (int i = 0; i < length; i++) {
          // In a list a truth value has a byte of its own.
          skip(element == TRUE || element == FALSE ? BYTE : element);
        }
      }
      case STRUCT -> {
        for (int field = field(0); field != STOP; field = field(field)) {
          skip();
        }
      }
      default -> throw new IllegalArgumentException("unknown field type " + kind);
    }
  }
}
