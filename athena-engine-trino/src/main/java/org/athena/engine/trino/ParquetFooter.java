package org.athena.engine.trino;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.athena.error.BadDataException;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a Parquet file, which the server does not tell: its tables must be declared as the
 * files are.
 *
 * @source https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
 */
final class ParquetFooter {

  private static final int TAIL = 8;
  private static final int MAGIC = 0x31524150;

  private ParquetFooter() {}

  /**
   * The flat columns of a file by their names in lower case, in order; nested ones are left out.
   */
  static Map<String, ParquetType> columns(LakeFiles lake, LakeFile file) {
    try {
      ByteBuffer tail = ByteBuffer.wrap(end(lake, file, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
      int length = tail.getInt();
      if (tail.getInt() != MAGIC) {
        throw new IOException("it does not end as a Parquet file does");
      }
      InputStream footer = new ByteArrayInputStream(end(lake, file, TAIL + (long) length));
      return topLevel(Util.readFileMetaData(footer, true).getSchema());
    } catch (IOException e) {
      throw new BadDataException(
          "Cannot read file %s: it is no Parquet file: %s.".formatted(file.path(), e.getMessage()),
          e);
    }
  }

  private static byte[] end(LakeFiles lake, LakeFile file, long length) throws IOException {
    if (length < TAIL || length > file.size()) {
      throw new IOException("it is too short");
    }
    return lake.bytes(file, file.size() - length, Math.toIntExact(length));
  }

  /** The elements are a tree written down depth first; the first is the root. */
  private static Map<String, ParquetType> topLevel(List<SchemaElement> elements) {
    Map<String, ParquetType> columns = new LinkedHashMap<>();
    int nested = 0;
    for (SchemaElement element : elements.stream().skip(1).toList()) {
      boolean isFlat =
          element.getNum_children() == 0
              && element.getRepetition_type() != FieldRepetitionType.REPEATED;
      if (nested == 0 && isFlat) {
        columns.put(element.getName().toLowerCase(Locale.ROOT), type(element));
      }
      nested = Math.max(0, nested - 1) + element.getNum_children();
    }
    return columns;
  }

  /** Newer files tell the logical type, older ones the converted one. */
  private static ParquetType type(SchemaElement element) {
    LogicalType logical = element.getLogicalType();
    if (logical != null && logical.isSetTIMESTAMP()) {
      return ParquetType.of(
          logical.getTIMESTAMP().isIsAdjustedToUTC()
              ? ParquetType.Kind.INSTANT
              : ParquetType.Kind.TIMESTAMP);
    }
    if (logical != null && logical.isSetDECIMAL()) {
      DecimalType decimal = logical.getDECIMAL();
      return ParquetType.decimal(decimal.getPrecision(), decimal.getScale());
    }
    if (logical != null && logical.isSetDATE()) {
      return ParquetType.of(ParquetType.Kind.DATE);
    }
    return switch (element.getConverted_type()) {
      case DECIMAL -> ParquetType.decimal(element.getPrecision(), element.getScale());
      case DATE -> ParquetType.of(ParquetType.Kind.DATE);
      case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> ParquetType.of(ParquetType.Kind.INSTANT);
      case null, default -> ParquetType.of(physical(element.getType()));
    };
  }

  private static ParquetType.Kind physical(@Nullable Type type) {
    return switch (type) {
      case BOOLEAN -> ParquetType.Kind.BOOLEAN;
      case INT32 -> ParquetType.Kind.INTEGER;
      case INT64 -> ParquetType.Kind.BIGINT;
      case INT96 -> ParquetType.Kind.TIMESTAMP;
      case FLOAT -> ParquetType.Kind.REAL;
      case DOUBLE -> ParquetType.Kind.DOUBLE;
      case BYTE_ARRAY -> ParquetType.Kind.VARCHAR;
      case null, default -> ParquetType.Kind.OTHER;
    };
  }
}
