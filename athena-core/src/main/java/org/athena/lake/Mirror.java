package org.athena.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.athena.error.AthenaException;
import org.athena.error.CancelledException;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Lake;
import org.athena.model.ObjectStore.StoredObject;
import org.athena.spi.Execution;

/**
 * A folder that holds some objects of a store as files, each with a note of its version.
 *
 * <p>What no running question needs goes first when room is wanted, the longest unused before
 * others. A file appears under its name when it is whole; what was begun is continued.
 */
public final class Mirror {

  private static final int AT_ONCE = 8;

  private final Path root;
  private final Lake.Origin origin;
  private final Map<String, Integer> leased = new HashMap<>();
  private final Map<String, Object> turns = new ConcurrentHashMap<>();

  Mirror(Path root, Lake.Origin origin) {
    this.root = root;
    this.origin = origin;
  }

  /** Keeps files in the folder while a question reads them. */
  public final class Lease implements AutoCloseable {
    private final Set<String> keys;
    private boolean closed;

    private Lease(Set<String> keys) {
      this.keys = keys;
    }

    /** The files may go. */
    @Override
    public void close() {
      synchronized (Mirror.this) {
        if (!closed) {
          closed = true;
          keys.forEach(key -> leased.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1));
        }
      }
    }
  }

  /**
   * Brings objects.
   *
   * @param needed the objects
   * @param listed all objects that match the pattern
   * @param pattern the keys that were looked for
   */
  Lease bring(
      List<StoredObject> needed, List<StoredObject> listed, Pattern pattern, Execution execution) {
    requireFitting(needed);
    Lease lease = lease(needed);
    try {
      List<StoredFile> files = new ArrayList<>();
      needed.forEach(object -> files.add(new StoredFile(root, object)));
      List<StoredFile> missing = files.stream().filter(file -> !file.isHere()).toList();
      makeRoom(missing, listed, pattern);
      fetch(missing, execution);
      files.forEach(StoredFile::touch);
      return lease;
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private synchronized Lease lease(List<StoredObject> objects) {
    Set<String> keys = new HashSet<>();
    objects.forEach(object -> keys.add(object.key()));
    keys.forEach(key -> leased.merge(key, 1, Integer::sum));
    return new Lease(keys);
  }

  /** Removes what is gone or changed in the store, then what nobody needs, until all fits. */
  private synchronized void makeRoom(
      List<StoredFile> missing, List<StoredObject> listed, Pattern pattern) {
    Map<String, String> versions = new HashMap<>();
    listed.forEach(object -> versions.put(object.key(), object.version()));
    List<StoredFile.Note> kept = new ArrayList<>();
    for (StoredFile.Note note : StoredFile.notes(root)) {
      boolean told = pattern.matcher(note.key()).matches();
      if (told && !note.version().equals(versions.get(note.key()))) {
        note.remove();
      } else {
        kept.add(note);
      }
    }
    long held = kept.stream().mapToLong(StoredFile.Note::size).sum();
    long wanted = missing.stream().mapToLong(file -> file.object().size()).sum();
    kept.sort(Comparator.comparing(StoredFile.Note::usedAt));
    for (StoredFile.Note note : kept) {
      if (held + wanted <= origin.mostBytes()) {
        return;
      }
      if (!leased.containsKey(note.key())) {
        note.remove();
        held -= note.size();
      }
    }
  }

  private void requireFitting(List<StoredObject> needed) {
    long bytes = needed.stream().mapToLong(StoredObject::size).sum();
    if (bytes > origin.mostBytes()) {
      throw new InvalidQuestionException(
          "Cannot bring %d objects of %s to %s: they have %d bytes, and the folder may hold %d. Ask for fewer partitions or allow more."
              .formatted(
                  needed.size(), origin.store().location(), root, bytes, origin.mostBytes()));
    }
  }

  private void fetch(List<StoredFile> missing, Execution execution) {
    if (missing.isEmpty()) {
      return;
    }
    FetchProgress progress = new FetchProgress(missing, execution);
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(AT_ONCE, missing.size()));
    try {
      List<Future<?>> running = new ArrayList<>();
      for (StoredFile file : missing) {
        Object turn = turns.computeIfAbsent(file.object().key(), key -> new Object());
        running.add(workers.submit(() -> file.fetch(origin.store(), progress, turn)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AthenaException known
          ? known
          : new UncheckedIOException(
              "Cannot bring objects to " + root, new IOException(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Bringing objects to the mirror was interrupted.");
    } finally {
      workers.shutdownNow();
    }
  }
}
