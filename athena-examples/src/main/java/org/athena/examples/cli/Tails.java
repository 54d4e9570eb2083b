package org.athena.examples.cli;

import java.util.List;
import org.athena.forecast.BondyTail;
import org.athena.forecast.ExponentialTail;
import org.athena.forecast.InversePowerTail;
import org.athena.forecast.Tail;
import org.athena.forecast.WeibullTail;

/** The tails by name; a further one is a further line. */
final class Tails {

  static final List<Entry<Tail>> ALL =
      List.of(
          new Entry<>("none", "", a -> Tail.none()),
          new Entry<>("constant", "factor", Tails::constant),
          new Entry<>("exponential", "periods attach", Tails::exponential),
          new Entry<>("inverse-power", "periods attach", Tails::inversePower),
          new Entry<>("weibull", "periods attach", Tails::weibull),
          new Entry<>("bondy", "earliest", a -> new BondyTail(a.count("earliest"))));

  private Tails() {}

  static Tail of(String option, String text) {
    List<Call> calls = Call.list(option, text);
    if (calls.size() != 1) {
      throw Mistake.in(option, "there is one tail, not '%s'.".formatted(text));
    }
    return Entry.of(option, calls.get(0), ALL).make(option, calls.get(0));
  }

  private static Tail constant(Arguments a) {
    return Tail.constant(a.needed("a factor", a.number("factor"), "constant(1.05)"));
  }

  private static Tail exponential(Arguments a) {
    ExponentialTail usual = Tail.exponential();
    return new ExponentialTail(a.count("periods", usual.periods()), a.count("attach"));
  }

  private static Tail inversePower(Arguments a) {
    InversePowerTail usual = Tail.inversePower();
    return new InversePowerTail(a.count("periods", usual.periods()), a.count("attach"));
  }

  private static Tail weibull(Arguments a) {
    WeibullTail usual = Tail.weibull();
    return new WeibullTail(a.count("periods", usual.periods()), a.count("attach"));
  }
}
