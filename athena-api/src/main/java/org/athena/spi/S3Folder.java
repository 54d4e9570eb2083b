package org.athena.spi;

/** Folders of S3, as the statements of its engines take them. */
public final class S3Folder {

  private S3Folder() {}

  /**
   * The folder's URL with a slash at its end.
   *
   * @param url the URL, as in {@code s3://bucket/folder}
   * @param what what it is to be, as in {@code a table's folder}
   * @throws IllegalArgumentException when it is no such URL, or cannot stand in a statement
   */
  public static String checked(String url, String what) {
    if (!url.matches("s3://[a-z0-9][a-z0-9.-]*(/[^'\\s\\\\]*)?")) {
      throw new IllegalArgumentException(
          "Cannot use '%s' as %s: it is not a URL such as s3://bucket/folder."
              .formatted(url, what));
    }
    return url.endsWith("/") ? url : url + "/";
  }
}
