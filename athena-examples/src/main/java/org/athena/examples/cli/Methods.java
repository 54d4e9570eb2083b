package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.athena.breakage.ForecastMethod;
import org.athena.forecast.Additive;
import org.athena.forecast.Benktander;
import org.athena.forecast.BornhuetterFerguson;
import org.athena.forecast.CapeCod;
import org.athena.forecast.ChainLadder;
import org.athena.forecast.Curve;
import org.athena.forecast.Exclusion;
import org.athena.forecast.GrowthCurve;
import org.athena.forecast.Hazard;
import org.athena.forecast.LastSigma;
import org.athena.forecast.LinkRatios;
import org.athena.forecast.Mack;
import org.athena.forecast.NaiveRate;
import org.athena.forecast.OdpBootstrap;
import org.athena.forecast.ProcessNoise;
import org.athena.forecast.Tail;

/** The methods of forecasting by name; a further one is a further line. */
final class Methods {

  private static final String RATIOS =
      "average last drop-highest drop-lowest exclude exclude-cohort exclude-diagonal ";
  private static final Map<String, LinkRatios.Average> AVERAGES =
      new TreeMap<>(
          Map.of(
              "volume", LinkRatios.Average.VOLUME_WEIGHTED,
              "simple", LinkRatios.Average.SIMPLE,
              "regression", LinkRatios.Average.REGRESSION));

  private final Tail tail;

  private Methods(Tail tail) {
    this.tail = tail;
  }

  private List<Entry<ForecastMethod>> all() {
    return List.of(
        new Entry<>("mack", RATIOS + "sigma|last-sigma tail tail-se tail-sigma", this::mack),
        new Entry<>("chain-ladder", RATIOS + "tail", a -> new ChainLadder(ratios(a), tail(a))),
        new Entry<>(
            "naive|naive-rate",
            "older-than",
            a ->
                NaiveRate.olderThan(
                    a.needed("older-than", a.count("older-than"), "naive(older-than=24)"))),
        new Entry<>("bf", "apriori apriori-se " + RATIOS + "tail", this::bornhuetterFerguson),
        new Entry<>("benktander", "apriori n " + RATIOS + "tail", this::benktander),
        new Entry<>("cape-cod", "trend decay " + RATIOS + "tail", this::capeCod),
        new Entry<>("additive", "last tail", a -> new Additive(a.count("last", 0), tail(a))),
        new Entry<>("hazard", "last tail", a -> new Hazard(a.count("last", 0), tail(a))),
        new Entry<>("growth", "curve form horizon offset", Methods::growth),
        new Entry<>("bootstrap", "draws seed noise tail", this::bootstrap));
  }

  private ForecastMethod bornhuetterFerguson(Arguments a) {
    double apriori = a.needed("apriori", a.number("apriori"), "bf(apriori=0.88)");
    return new BornhuetterFerguson(apriori, number(a, "apriori-se", 0), ratios(a), tail(a));
  }

  private ForecastMethod benktander(Arguments a) {
    double apriori = a.needed("apriori", a.number("apriori"), "benktander(apriori=0.9,n=2)");
    return new Benktander(apriori, a.count("n", 2), ratios(a), tail(a));
  }

  private ForecastMethod capeCod(Arguments a) {
    return new CapeCod(number(a, "trend", 0), number(a, "decay", 1), ratios(a), tail(a));
  }

  private static ForecastMethod growth(Arguments a) {
    GrowthCurve usual = GrowthCurve.lognormal();
    boolean endless = "none".equals(a.text("horizon"));
    return new GrowthCurve(
        a.word("curve", usual.curve().word(), Words.of(Curve.class)),
        a.word("form", "cape-cod", Words.of(GrowthCurve.Form.class)),
        endless ? Double.POSITIVE_INFINITY : number(a, "horizon", usual.horizon()),
        number(a, "offset", usual.offset()));
  }

  private static double number(Arguments a, String name, double absent) {
    Double number = a.number(name);
    return number == null ? absent : number;
  }

  /** The methods and tails with their parameters, for people. */
  static List<String> help() {
    List<String> lines = new ArrayList<>(List.of("", "Methods:"));
    new Methods(Tail.none()).all().forEach(entry -> lines.add("  " + entry));
    lines.addAll(List.of("", "Tails:"));
    Tails.ALL.forEach(entry -> lines.add("  " + entry));
    return lines;
  }

  /** The methods of a text; the tail goes to those that take one and have none of their own. */
  static List<ForecastMethod> of(List<String> texts, String tailText) {
    Tail tail = Tails.of("--tail", tailText);
    List<Entry<ForecastMethod>> all = new Methods(tail).all();
    List<ForecastMethod> methods = new ArrayList<>();
    boolean takesTail = false;
    for (String text : texts) {
      for (Call call : Call.list("--method", text)) {
        Entry<ForecastMethod> entry = Entry.of("--method", call, all);
        methods.add(entry.make("--method", call));
        takesTail |= entry.takes("tail");
      }
    }
    if (!takesTail && !tail.equals(Tail.none())) {
      throw Mistake.in(
          "--tail",
          "%s takes no tail. Leave it out or choose another --method."
              .formatted(String.join(", ", methods.stream().map(ForecastMethod::name).toList())));
    }
    return methods;
  }

  private Mack mack(Arguments a) {
    return new Mack(
        ratios(a),
        tail(a),
        a.word("sigma", "mack", Words.of(LastSigma.class)),
        a.number("tail-se"),
        a.number("tail-sigma"));
  }

  private OdpBootstrap bootstrap(Arguments a) {
    return new OdpBootstrap(
        a.count("draws", 1000),
        a.count("seed", 1),
        a.word("noise", "gamma", Words.of(ProcessNoise.class)),
        tail(a));
  }

  private Tail tail(Arguments a) {
    String own = a.text("tail");
    return own == null ? tail : Tails.of("--method", own);
  }

  private static LinkRatios ratios(Arguments a) {
    List<Exclusion> exclusions = new ArrayList<>();
    for (String ratio : a.all("exclude")) {
      int at = ratio.lastIndexOf('@');
      if (at < 1) {
        throw a.wrong("exclude", ratio, "COHORT@AGE, the age that the ratio starts from", null);
      }
      exclusions.add(
          Exclusion.ratio(ratio.substring(0, at), a.whole("exclude", ratio.substring(at + 1))));
    }
    a.all("exclude-cohort").forEach(cohort -> exclusions.add(Exclusion.cohort(cohort)));
    a.all("exclude-diagonal")
        .forEach(back -> exclusions.add(Exclusion.diagonal(a.whole("exclude-diagonal", back))));
    return new LinkRatios(
        a.word("average", "volume", AVERAGES),
        a.count("last", 0),
        a.count("drop-highest", 0),
        a.count("drop-lowest", 0),
        exclusions);
  }
}
