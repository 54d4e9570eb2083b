package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.athena.breakage.Rate;
import org.athena.fixture.S3Service;
import org.athena.lake.S3Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeInS3Test {

  @TempDir Path mirror;

  @Test
  void readsTheDaysThatItAsksForOnly() throws IOException {
    S3Service service = S3Service.running();
    Path log = service.buckets().resolve("lake").resolve("log-" + UUID.randomUUID());
    put(log, "2023-12-31", "a,ISSUE,99");
    put(log, "2024-02-29", "b,ISSUE,100");
    put(log, "2024-03-01", "b,REDEEM,80");
    try (S3Store store =
        S3Store.at(
            "s3://lake/" + log.getFileName(),
            S3Store.endpoint(
                URI.create(service.endpoint()),
                "us-east-1",
                S3Service.ACCESS_KEY,
                S3Service.SECRET_KEY))) {
      Rate rate = LakeInS3.rates(store, mirror);

      assertEquals(new BigDecimal("100.00"), rate.issued());
      assertEquals(new BigDecimal("20.00"), rate.breakage());
    }
    try (Stream<Path> files = Files.walk(mirror.resolve("log"))) {
      assertEquals(
          List.of("day=2024-02-29", "day=2024-03-01"),
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getParent().getFileName().toString())
              .sorted()
              .toList());
    }
  }

  private static void put(Path log, String day, String row) throws IOException {
    Path folder = Files.createDirectories(log.resolve("log/day=" + day));
    Files.writeString(folder.resolve("a.csv"), "card_id,type,amount\n" + row + "\n");
  }
}
