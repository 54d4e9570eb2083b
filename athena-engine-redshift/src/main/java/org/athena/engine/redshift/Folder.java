package org.athena.engine.redshift;

/** A folder of S3, as statements take it: with a slash at its end. */
final class Folder {

  private Folder() {}

  static String checked(String url) {
    if (!url.matches("s3://[a-z0-9][a-z0-9.-]*(/[^'\\s\\\\]*)?")) {
      throw new IllegalArgumentException(
          "Cannot use '%s' as a folder of files: it is not a URL such as s3://bucket/folder."
              .formatted(url));
    }
    return url.endsWith("/") ? url : url + "/";
  }
}
