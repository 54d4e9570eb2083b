package org.athena.engine.trino;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.athena.error.BadDataException;
import org.athena.model.Lake;

/** A lake in a folder of this machine that the server sees as well. */
final class LocalFiles extends LakeFiles {

  LocalFiles(Lake lake, String url) {
    super(lake, url);
  }

  @Override
  List<LakeFile> below(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<LakeFile> files = new ArrayList<>();
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String version = String.valueOf(Files.getLastModifiedTime(path).toMillis());
        files.add(new LakeFile(path, Files.size(path), version));
      }
      return files;
    } catch (IOException e) {
      throw new BadDataException(
          "Cannot look into folder %s: %s.".formatted(folder, e.getMessage()), e);
    }
  }

  @Override
  byte[] bytes(LakeFile file, long from, int most) {
    try (FileChannel channel = FileChannel.open(file.path())) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // Until all is there.
      }
      return Arrays.copyOf(bytes.array(), bytes.position());
    } catch (IOException e) {
      throw new BadDataException(
          "Cannot read file %s: %s.".formatted(file.path(), e.getMessage()), e);
    }
  }
}
