package org.athena.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.athena.error.BadDataException;
import org.athena.model.ObjectStore;
import org.athena.model.ObjectStore.StoredObject;

/**
 * An object and the file that it is in a mirror's folder.
 *
 * @param root the folder
 * @param object the object
 */
record StoredFile(Path root, StoredObject object) {

  /** The folder of notes, whose name no data set has. */
  private static final String NOTES = ".athena-mirror";

  private static final String NOTE = ".note";

  /** Refuses keys that lead out of the folder. */
  StoredFile {
    Path path = root.resolve(object.key()).normalize();
    if (!path.startsWith(root) || path.startsWith(root.resolve(NOTES))) {
      throw new BadDataException(
          "Cannot mirror object %s: its key does not name a file below %s."
              .formatted(object.key(), root));
    }
  }

  /**
   * What is noted of a file that is there.
   *
   * @param root the folder
   * @param key the object's key
   * @param version the object's version
   * @param size in bytes
   * @param usedAt when a question last needed it
   */
  record Note(Path root, String key, String version, long size, FileTime usedAt) {
    void remove() {
      try {
        Files.deleteIfExists(root.resolve(key));
        Files.deleteIfExists(noteOf(root, key));
      } catch (IOException e) {
        throw failed("remove", root.resolve(key), e);
      }
    }
  }

  /** The notes of all files of a folder. */
  static List<Note> notes(Path root) {
    Path folder = root.resolve(NOTES);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Note> notes = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(NOTE)).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        String key = name.substring(0, name.length() - NOTE.length());
        long size = Files.exists(root.resolve(key)) ? Files.size(root.resolve(key)) : 0;
        notes.add(
            new Note(root, key, Files.readString(path), size, Files.getLastModifiedTime(path)));
      }
    } catch (IOException e) {
      throw failed("look into", folder, e);
    }
    return notes;
  }

  private static Path noteOf(Path root, String key) {
    return root.resolve(NOTES).resolve(key + NOTE);
  }

  private Path path() {
    return root.resolve(object.key());
  }

  private Path note() {
    return noteOf(root, object.key());
  }

  /** Whether this version of the object is there as a whole. */
  boolean isHere() {
    try {
      return Files.isRegularFile(path())
          && Files.size(path()) == object.size()
          && Files.exists(note())
          && Files.readString(note()).equals(object.version());
    } catch (IOException e) {
      throw failed("look at", path(), e);
    }
  }

  /** Notes that a question needs the file now. */
  void touch() {
    try {
      Files.setLastModifiedTime(note(), FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw failed("note the use of", path(), e);
    }
  }

  /**
   * Brings the object, going on where an earlier attempt for the same version ended.
   *
   * @param turn one at a time in this process; a lock on the file keeps other processes away
   */
  void fetch(ObjectStore store, FetchProgress progress, Object turn) {
    String version = Integer.toHexString(object.version().hashCode());
    Path part = root.resolve(NOTES).resolve(object.key() + "." + version + ".part");
    synchronized (turn) {
      try {
        Files.createDirectories(part.getParent());
        Files.createDirectories(path().getParent());
        try (FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid() && !isHere()) {
            complete(store, channel, part, progress);
          }
        }
      } catch (IOException e) {
        throw failed("bring", path(), e);
      }
    }
  }

  private void complete(ObjectStore store, FileChannel channel, Path part, FetchProgress progress)
      throws IOException {
    long from = channel.size();
    if (from > object.size()) {
      channel.truncate(0);
      from = 0;
    }
    channel.position(from);
    progress.add(from);
    if (from < object.size()) {
      OutputStream out = progress.counting(Channels.newOutputStream(channel));
      store.read(object, from, out);
    }
    if (channel.size() != object.size()) {
      throw new BadDataException(
          "Cannot bring object %s of %s: it was listed with %d bytes, and %d came. Ask again."
              .formatted(object.key(), store.location(), object.size(), channel.size()));
    }
    Files.writeString(note(), object.version());
    Files.move(part, path(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static UncheckedIOException failed(String what, Path path, IOException e) {
    return new UncheckedIOException("Cannot %s %s".formatted(what, path), e);
  }
}
