package org.athena.engine.athena;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * A result read from its CSV file, as it comes in: every value is in quotes, and a null is nothing
 * at all; the first line is the header.
 */
final class FileResult implements RawResult {

  private static final Pattern URL = Pattern.compile("s3://([^/]+)/(.+)");
  private static final int END = -1;

  private final Reader reader;
  private final Runnable abort;
  private boolean ended;

  /**
   * A result in a text.
   *
   * @param reader its characters
   * @param abort gives the connection back without reading the rest
   */
  FileResult(Reader reader, Runnable abort) {
    this.reader = reader;
    this.abort = abort;
    next();
  }

  static FileResult open(S3Client client, String url) {
    Matcher place = URL.matcher(url);
    if (!place.matches()) {
      throw new IllegalStateException("Cannot read the result at " + url + ": it is no S3 URL.");
    }
    ResponseInputStream<GetObjectResponse> stream =
        client.getObject(
            GetObjectRequest.builder().bucket(place.group(1)).key(place.group(2)).build());
    return new FileResult(
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16),
        stream::abort);
  }

  @Override
  public @Nullable List<@Nullable String> next() {
    try {
      int c = reader.read();
      if (c == END) {
        ended = true;
        return null;
      }
      List<@Nullable String> row = new ArrayList<>();
      while (true) {
        StringBuilder value = c == '"' ? new StringBuilder() : null;
        c = value == null ? c : quoted(value);
        row.add(value == null ? null : value.toString());
        if (c == '\n' || c == END) {
          return row;
        }
        if (c != ',') {
          throw new IOException("a value is not in quotes");
        }
        c = reader.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a value after its first quote; the character that follows the last one. */
  private int quoted(StringBuilder value) throws IOException {
    while (true) {
      int c = reader.read();
      if (c == END) {
        throw new IOException("the file ends within a value");
      }
      if (c == '"') {
        c = reader.read();
        if (c != '"') {
          return c;
        }
      }
      value.append((char) c);
    }
  }

  @Override
  public void close() {
    if (!ended) {
      abort.run();
    }
    try {
      reader.close();
    } catch (IOException e) {
      // Nothing more is wanted of it.
    }
  }
}
