package org.athena.engine.athena;

import java.util.List;
import org.athena.spi.S3Folder;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a table.
 *
 * @param values a value for each partition column: text, a whole number or a day
 * @param location the folder of its files; null for the folder {@code name=value} below the table's
 */
public record Partition(List<Object> values, @Nullable String location) {

  /** Checks the folder and keeps its own copy. */
  public Partition {
    values = List.copyOf(values);
    location = location == null ? null : S3Folder.checked(location, "a table's folder");
  }

  /** A partition whose files lie in the folder that its values name. */
  public static Partition of(Object... values) {
    return new Partition(List.of(values), null);
  }

  /** The same with its files in another folder. */
  public Partition in(String folder) {
    return new Partition(values, folder);
  }
}
