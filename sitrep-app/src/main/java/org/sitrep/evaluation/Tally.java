package org.sitrep.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How often something was right, said wrongly, and missed. Counts up; not thread-safe. */
final class Tally {

  int right;
  int wrong;
  int missed;

  Tally() {}

  Tally(int right, int wrong, int missed) {
    this.right = right;
    this.wrong = wrong;
    this.missed = missed;
  }

  void add(Tally other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
  }

  double precision() {
    return right + wrong == 0 ? 0 : (double) right / (right + wrong);
  }

  double recall() {
    return right + missed == 0 ? 0 : (double) right / (right + missed);
  }

  double f1() {
    double p = precision();
    double r = recall();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance.objectNode()
        .put("p", rounded(precision(), 4))
        .put("r", rounded(recall(), 4))
        .put("f1", rounded(f1(), 4))
        .put("tp", right)
        .put("fp", wrong)
        .put("fn", missed);
  }

  /** "detection  P 0.730  R 0.657  F1 0.692". */
  String headline(String name) {
    return pad(name, 10) + " P " + shown(precision(), 3) + "  R " + shown(recall(), 3) + "  F1 " + shown(f1(), 3);
  }

  /** "  actor                        P 0.70 R 0.49 F1 0.58   73+ 31x 76-". */
  String line(String name) {
    return "  " + pad(name, 28) + " P " + shown(precision(), 2) + " R " + shown(recall(), 2) + " F1 " + shown(f1(), 2)
        + "   " + right + "+ " + wrong + "x " + missed + "-";
  }

  /** Cut to the digits of the file first, then to those shown. */
  static String shown(double share, int digits) {
    return new BigDecimal(rounded(share, 4)).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  static double rounded(double share, int digits) {
    return new BigDecimal(share).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
  }

  static String pad(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", text);
  }
}
