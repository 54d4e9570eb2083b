package org.athena.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log of a few lines in a folder of its own, with the options that read it. */
record SmallLog(Path folder) {

  static final String HEADER = "id,card,what,value,cur,day,shop\n";
  static final String OPTIONS =
      " --id id --card card --kind what --kinds SALE=activate,USE=redeem --amount value"
          + " --at day --as-of 2024-03-31 ";

  String file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String log(String lines) {
    return file("log.csv", HEADER + lines);
  }

  /** Two cards of January, one of February, and a redemption of a card never sold. */
  String usual() {
    return log(
        """
        1,A,SALE,50.00,USD,2024-01-05,north
        2,B,SALE,30.00,USD,2024-01-20,south
        3,A,USE,20.00,USD,2024-01-31,south
        4,A,USE,10.00,USD,2024-03-01,north
        5,C,SALE,100.00,EUR,2024-02-10,north
        6,C,USE,60.00,EUR,2024-02-11,north
        7,X,USE,5.00,USD,2024-02-11,north
        """);
  }
}
