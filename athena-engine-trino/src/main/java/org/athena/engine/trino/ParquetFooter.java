package org.athena.engine.trino;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.athena.error.BadDataException;

/**
 * The columns of a Parquet file, which the server does not tell: its tables must be declared as the
 * files are.
 *
 * @source https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
 */
final class ParquetFooter {

  private static final int TAIL = 8;
  private static final int SCHEMA = 2;
  private static final int MAGIC = 0x31524150;

  private final CompactReader in;

  private ParquetFooter(CompactReader in) {
    this.in = in;
  }

  /**
   * The flat columns of a file by their names in lower case, in order; nested ones are left out.
   */
  static Map<String, ParquetType> columns(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer tail = read(channel, channel.size() - TAIL, TAIL);
      int length = tail.getInt();
      if (tail.getInt() != MAGIC) {
        throw new IOException("it does not end as a Parquet file does");
      }
      ByteBuffer footer = read(channel, channel.size() - TAIL - length, length);
      return new ParquetFooter(new CompactReader(footer)).schema();
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      throw new BadDataException(
          "Cannot read file %s: it is no Parquet file: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    if (position < 0 || length < 0) {
      throw new IOException("it is too short");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
      // Until all is there.
    }
    return bytes.flip();
  }

  private Map<String, ParquetType> schema() {
    for (int field = in.field(0); field != CompactReader.STOP; field = in.field(field)) {
      if (field == SCHEMA) {
        return topLevel(in.list());
      }
      in.skip();
    }
    throw new IllegalArgumentException("its footer has no schema");
  }

  /** The elements are a tree written down depth first; the first is the root. */
  private Map<String, ParquetType> topLevel(int elements) {
    Map<String, ParquetType> columns = new LinkedHashMap<>();
    int nested = 0;
    for (int i = 0; i < elements; i++) {
      Element element = element();
      if (i == 0) {
        continue;
      }
      if (nested == 0 && element.children == 0 && !element.repeated) {
        columns.put(element.name.toLowerCase(Locale.ROOT), element.type());
      }
      nested = Math.max(0, nested - 1) + element.children;
    }
    return columns;
  }

  private Element element() {
    Element element = new Element();
    for (int field = in.field(0); field != CompactReader.STOP; field = in.field(field)) {
      switch (field) {
        case 1 -> element.physical = (int) in.integer();
        case 3 -> element.repeated = in.integer() == 2;
        case 4 -> element.name = in.text();
        case 5 -> element.children = (int) in.integer();
        case 6 -> element.converted = (int) in.integer();
        case 7 -> element.scale = (int) in.integer();
        case 8 -> element.precision = (int) in.integer();
        case 10 -> logical(element);
        default -> in.skip();
      }
    }
    return element;
  }

  private void logical(Element element) {
    for (int kind = in.field(0); kind != CompactReader.STOP; kind = in.field(kind)) {
      element.logical = kind;
      if (kind == Element.TIMESTAMP) {
        for (int field = in.field(0); field != CompactReader.STOP; field = in.field(field)) {
          if (field == 1) {
            element.adjusted = in.truth();
          } else {
            in.skip();
          }
        }
      } else {
        in.skip();
      }
    }
  }

  /** One element of the schema. */
  private static final class Element {
    static final int TIMESTAMP = 8;
    private String name = "";
    private int physical = -1;
    private boolean repeated;
    private int children;
    private int converted = -1;
    private int logical = -1;
    private int scale;
    private int precision;
    private boolean adjusted = true;

    /** Newer files tell the logical type, older ones the converted one. */
    ParquetType type() {
      if (logical == 5 || converted == 5) {
        return ParquetType.decimal(precision, scale);
      }
      if (logical == 6 || converted == 6) {
        return ParquetType.of(ParquetType.Kind.DATE);
      }
      if (logical == TIMESTAMP) {
        return ParquetType.of(adjusted ? ParquetType.Kind.INSTANT : ParquetType.Kind.TIMESTAMP);
      }
      if (converted == 9 || converted == 10) {
        return ParquetType.of(ParquetType.Kind.INSTANT);
      }
      return switch (physical) {
        case 0 -> ParquetType.of(ParquetType.Kind.BOOLEAN);
        case 1 -> ParquetType.of(ParquetType.Kind.INTEGER);
        case 2 -> ParquetType.of(ParquetType.Kind.BIGINT);
        case 3 -> ParquetType.of(ParquetType.Kind.TIMESTAMP);
        case 4 -> ParquetType.of(ParquetType.Kind.REAL);
        case 5 -> ParquetType.of(ParquetType.Kind.DOUBLE);
        case 6 -> ParquetType.of(ParquetType.Kind.VARCHAR);
        default -> ParquetType.of(ParquetType.Kind.OTHER);
      };
    }
  }
}
