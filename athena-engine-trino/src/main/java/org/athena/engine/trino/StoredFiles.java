package org.athena.engine.trino;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.athena.model.Lake;
import org.athena.model.ObjectStore;
import org.athena.model.ObjectStore.StoredObject;

/** A lake in an object store that the server reads itself: here it is only listed and looked at. */
final class StoredFiles extends LakeFiles {

  private final Path root;
  private final ObjectStore store;

  StoredFiles(Lake lake, ObjectStore store, String url) {
    super(lake, url);
    this.root = lake.root();
    this.store = store;
  }

  @Override
  List<LakeFile> below(Path folder) {
    String key = key(folder);
    return store.list(key).stream()
        .filter(object -> isBelow(object.key(), key))
        .map(object -> new LakeFile(root.resolve(object.key()), object.size(), object.version()))
        .toList();
  }

  /** Other objects may start with the name of a folder. */
  private static boolean isBelow(String key, String folder) {
    return folder.isEmpty() || key.equals(folder) || key.startsWith(folder + "/");
  }

  private String key(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  @Override
  byte[] bytes(LakeFile file, long from, int most) {
    Head head = new Head(most);
    try {
      store.read(new StoredObject(key(file.path()), file.size(), file.version()), from, head);
    } catch (Enough e) {
      // The rest is not asked for.
    }
    return head.bytes.toByteArray();
  }

  /** Takes some bytes, and ends the transfer when it has them. */
  private static final class Head extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    Head(int most) {
      this.most = most;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] more, int from, int length) {
      bytes.write(more, from, Math.min(length, most - bytes.size()));
      if (bytes.size() == most) {
        throw new Enough();
      }
    }
  }

  /** Nothing went wrong: no more is wanted. */
  private static final class Enough extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }
}
