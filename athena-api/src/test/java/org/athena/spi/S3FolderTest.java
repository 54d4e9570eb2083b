package org.athena.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3FolderTest {

  @Test
  void endsWithASlash() {
    assertEquals("s3://bucket/", S3Folder.checked("s3://bucket", "a folder"));
    assertEquals("s3://bucket/a/b/", S3Folder.checked("s3://bucket/a/b/", "a folder"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bucket/a", "s3a://bucket", "s3://", "s3://b/it's", "s3://b/a b"})
  void refusesWhatIsNoUrlOfAFolder(String url) {
    assertEquals(
        "Cannot use '%s' as a table's folder: it is not a URL such as s3://bucket/folder."
            .formatted(url),
        assertThrows(
                IllegalArgumentException.class, () -> S3Folder.checked(url, "a table's folder"))
            .getMessage());
  }
}
