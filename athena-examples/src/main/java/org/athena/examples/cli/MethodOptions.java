package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.ForecastMethod;
import picocli.CommandLine.Option;

/** The methods of a forecast. */
final class MethodOptions {

  /** The methods that are set beside each other where none is named: those without a judgement. */
  static final List<String> USUAL =
      List.of("mack,cape-cod,additive,hazard,growth,bootstrap,naive(older-than=24)");

  @Option(
      names = "--method",
      paramLabel = "NAME[(...)][,...]",
      description =
          "The methods, see below; without it mack, or the usual ones where many are compared.")
  List<String> methods = new ArrayList<>();

  @Option(
      names = "--tail",
      paramLabel = "NAME[(...)]",
      description = "What comes after the last age, for the methods that take it; default none.")
  String tail = "none";

  /** The methods that are named, or the usual ones. */
  List<ForecastMethod> orElse(List<String> usual) {
    return Methods.of(methods.isEmpty() ? usual : methods, tail);
  }
}
