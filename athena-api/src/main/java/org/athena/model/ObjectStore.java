package org.athena.model;

import java.io.OutputStream;
import java.util.List;

/**
 * Where a lake's objects are kept, such as a bucket of S3 below a prefix. Safe for several threads.
 *
 * <p>Keys are relative to the store's location, with slashes between folders.
 */
public interface ObjectStore extends AutoCloseable {

  /**
   * An object as it was listed.
   *
   * @param key its key
   * @param size in bytes
   * @param version changes whenever the content does: an entity tag
   */
  record StoredObject(String key, long size, String version) {}

  /** Where it is, for messages. */
  String location();

  /** The objects whose keys start with a prefix, in the order of keys. */
  List<StoredObject> list(String prefix);

  /**
   * Writes the bytes of one version of an object, from an offset to its end.
   *
   * @throws org.athena.error.AthenaException when it is not that version any more, or cannot be
   *     read
   */
  void read(StoredObject object, long from, OutputStream to);

  /** Gives connections back that the store opened itself. */
  @Override
  void close();
}
