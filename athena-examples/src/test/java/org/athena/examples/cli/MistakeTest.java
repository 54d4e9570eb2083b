package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake ends with one line that says what is wrong and what was probably meant. */
class MistakeTest {

  @TempDir Path folder;

  /** The usual run with one option set to another value, or added. */
  private Ran with(String option, String value) {
    List<String> args = new ArrayList<>(List.of("forecast"));
    args.addAll(Arrays.asList(SmallLog.OPTIONS.strip().split("\\s+")));
    args.addAll(List.of("--log", new SmallLog(folder).usual()));
    int at = args.indexOf(option);
    if (at < 0) {
      args.addAll(List.of(option, value));
    } else {
      args.set(at + 1, value);
    }
    return Ran.of(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "--card|cart|Option --card: there is no column 'cart' in |Did you mean 'card'?",
        "--kinds|SALE=actvate|Option --kinds: 'actvate' is not known; there are activate, |Did you mean 'activate'?",
        "--kinds|SALE|Option --kinds: 'SALE' is not of the form CODE=|",
        "--kinds|SALE=activate,SALE=redeem|Option --kinds: code 'SALE' is given twice.|",
        "--sign|unsigned|there are magnitude, signed, balance-change.|Did you mean 'signed'?",
        "--unmapped|ignore|Option --unmapped: 'ignore' is not known; there are fail, set-aside.|",
        "--cohort-by|first-evnt|there are first-activation, first-event.|Did you mean 'first-event'?",
        "--zone|Europe/Belin|Option --zone: 'Europe/Belin' is no time zone|Did you mean 'Europe/Berlin'?",
        "--as-of|31.12.2024|Option --as-of: '31.12.2024' is no date such as 2025-12-31.|",
        "--known-at|2024-01-01T00:00:00Z|Option --known-at: give --known COL|",
        "--cohorts|months|there are day, week, month, quarter, year.|Did you mean 'month'?",
        "--format|xls|Option --format: 'xls' is not known; there are table, csv, json.|",
        "--scale|13|Option --scale: 13 is not from 0 to 12.|",
        "--scale|two|--scale|'athena forecast --help' lists what there is.",
        "--method|mak|there are mack, chain-ladder, naive, bf, |Did you mean 'mack'?",
        "--method|mack(lst=5)|mack has no parameter 'lst'; it has average, last, |Did you mean 'last'?",
        "--method|mack(last=many)|last of mack is 'many', it must be a whole number|",
        "--method|mack(average=simpel)|there are regression, simple, volume.|Did you mean 'simple'?",
        "--method|mack(exclude=2020)|exclude of mack is '2020', it must be COHORT@AGE|",
        "--method|mack(last=1,last=2)|last is given twice in mack.|",
        "--method|mack((last=1)|the parentheses of 'mack((last=1)' do not match.|",
        "--method|mack,|something is missing beside a comma in 'mack,'.|",
        "--method|naive|naive needs older-than, as in naive(older-than=24).|",
        "--tail|constant|constant needs a factor, as in constant(1.05).|",
        "--tail|constant(NaN)|factor of constant is 'NaN', it must be a number|",
        "--tail|exponental|there are none, constant, exponential, |Did you mean 'exponential'?",
        "--engine|duck:|No engine named 'duck'; on the class path are|",
        "--engine|duckdb:?threats=2|option 'threats' is not known|",
        "--log|nix.csv|Option --log: there is no file nix.csv.|",
        "--log|log.xlsx|ends in none of .csv, .tsv, .jsonl, .ndjson|",
        "--business-day|day|column 'day' is read as date here and as instant by another option.|",
        "--expiry|valid|Option --expiry: there is no column 'valid'|",
        "--crad|x|--crad|Did you mean '--card'?",
      })
  void saysWhatIsWrong(String option, String value, String what, String meant) {
    String line = with(option, value).mistake();

    assertTrue(line.contains(what), line);
    assertTrue(line.endsWith(meant == null ? "" : meant) || line.contains(meant), line);
  }

  @Test
  void listsAllThatIsMissing() {
    assertEquals(
        "Missing: --log FILE, --card COL, --amount COL, --at COL, --as-of DATE.",
        Ran.of("triangle").mistake());
    assertTrue(
        Ran.words(
                "triangle --card a --amount b --at c --as-of 2024-01-01 --log",
                new SmallLog(folder).usual())
            .mistake()
            .startsWith("The kind of an event is missing: give --kind COL"));
    assertTrue(Ran.words("rates --rates-by expiry").mistake().contains("give --expiry COL"));
  }

  @Test
  void saysThatAFolderIsNoFile() {
    assertTrue(with("--log", folder.toString()).mistake().contains("is a folder. Give a glob"));
    assertTrue(with("--log", folder + "/*.jsonl").mistake().contains("no file matches"));
    assertTrue(with("--log", folder + "/none/*.csv").mistake().contains("there is no folder"));
  }

  @Test
  void endsInOneLineForFilesThatAreBroken() {
    SmallLog files = new SmallLog(folder);
    assertTrue(with("--log", files.file("empty.csv", "")).mistake().contains("no header line"));
    with("--log", files.file("text.parquet", "not parquet")).mistake();
    with("--log", files.file("text.csv.gz", "not gzip")).mistake();
    assertTrue(with("--log", cut(files)).mistake().contains("a file cannot be read to its end"));
    assertTrue(with("--log", files.file("none.jsonl", "1\n[]\n")).mistake().contains("no column"));
  }

  /** A log whose gzip stream ends too early, behind the header. */
  private String cut(SmallLog files) {
    try {
      Path whole = Path.of(files.log("1,A,SALE,50.00,USD,2024-01-05,north\n".repeat(100_000)));
      var bytes = new ByteArrayOutputStream();
      try (var zipped = new GZIPOutputStream(bytes)) {
        Files.copy(whole, zipped);
      }
      Path cut = folder.resolve("cut.csv.gz");
      Files.write(cut, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
      return cut.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--origins 2026-01-31|Option --origins: 2026-01-31 is not before the as-of, 2024-03-31.",
        "--origins 31.1.2024|Option --origins: '31.1.2024' is no date such as 2025-12-31.",
        "--origins 0|Option --origins: '0' must be a whole number from 1 such as 3.",
        "--origins 2024-01-31 --every 2|Option --every: it is for a number of --origins, not for days.",
        "--every -1|Option --every: '-1' must be a whole number from 1 such as 3.",
        "--ahead 1,x|Option --ahead: 'x' must be a whole number from 1 such as 3.",
        "--judge mack,hazard|Option --judge: there is one judge, not 'mack,hazard'.",
        "--judge mak|Option --method: 'mak' is not known; there are mack, chain-ladder, naive, bf, benktander, cape-cod, additive, hazard, growth, bootstrap. Did you mean 'mack'?",
        "--method mack,mack|Option --method: Cannot back-test: a name is there twice in [mack, mack]. Give each method once.",
      })
  void saysWhatIsWrongInABackTest(String options, String line) {
    String[] log = {"--log", new SmallLog(folder).usual()};

    assertEquals(line, Ran.words("backtest" + SmallLog.OPTIONS + options, log).mistake());
  }

  @Test
  void saysWhatIsOnlyForLogs() {
    assertEquals(
        "Option --card: it is for a log, not for --triangle.",
        Ran.words("backtest --triangle x.csv --card c").mistake());
    assertEquals(
        "Option --origins: give a number for --triangle, which has no dates.",
        Ran.words("backtest --origins 2024-01-31 --triangle", triangle()).mistake());
  }

  private String triangle() {
    return new SmallLog(folder).file("t.csv", "origin,age,value\na,0,1\n");
  }

  @Test
  void saysWhichCommandsThereAre() {
    assertTrue(Ran.of("trianle").mistake().contains("Did you mean 'triangle'?"));
    assertEquals(
        "Missing required subcommand. 'athena --help' lists what there is.", Ran.of().mistake());
  }

  @Test
  void showsTheStackTraceWhenAsked() {
    Ran ran = Ran.words("triangle -v");

    assertEquals(2, ran.status());
    assertTrue(ran.err().contains("\tat org.athena.examples.cli."), ran.err());
  }
}
