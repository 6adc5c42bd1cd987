package org.sitrep.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands around a number and makes it a part of a name, an age, a clock time, money or a share. */
final class NumberContext {

  private final Set<String> numberWords;
  private final Set<String> designators;
  private final Set<String> designatorsAny;
  private final Set<String> ageBefore;
  private final Set<String> money;
  private final List<String[]> clockAfter;
  private final List<String[]> shareAfter;

  NumberContext(YamlEntry yaml) {
    numberWords = yaml.get("numbers").entries().keySet();
    designators = new HashSet<>(yaml.get("designators").words());
    designatorsAny = new HashSet<>(yaml.get("designators_any").words());
    ageBefore = new HashSet<>(yaml.get("age_before").words());
    money = new HashSet<>(yaml.get("money").words());
    clockAfter = yaml.get("clock_after").words().stream().map(Atoms::phrase).toList();
    shareAfter = yaml.get("share_after").words().stream().map(Atoms::phrase).toList();
  }

  /**
   * Whether people or things may be counted by a number.
   *
   * @param start its first atom, without the bound before it
   * @param end the atom after its digits or words
   * @param done the atom after the bound that follows it, if any
   */
  boolean isCountable(Atoms atoms, int start, int end, int done) {
    return !isGluedBefore(atoms, start)
        && !isGluedAfter(atoms, end, done)
        && !isMoney(atoms, start, end)
        && !isClock(atoms, start, end)
        && !isNamePart(atoms, start, end)
        && !isAge(atoms, start, end)
        && !follows(shareAfter, atoms, end)
        && !isListMark(atoms, start, end)
        && !isCode(atoms, start)
        && !isRatio(atoms, start, end);
  }

  /** "$500", "20 €", "20%". */
  boolean isMoney(Atoms atoms, int start, int end) {
    return money.contains(atoms.word(start - 1)) || money.contains(atoms.word(end)) || atoms.is(end, "%");
  }

  /** "T-72", "F/A-18s", "#5", "12:30", "v2.0". */
  private static boolean isGluedBefore(Atoms atoms, int start) {
    if (!atoms.isGlued(start)) {
      return false;
    }
    String sign = atoms.word(start - 1);
    return atoms.isLetters(start - 1)
        || "/:#@.&_=[".contains(sign)
        || (sign.equals("-") && atoms.isGlued(start - 1))
        || (sign.equals(",") && atoms.isNumber(start - 2));
  }

  /** "122mm", "4th", "1980s", "5-year-old", "three-day", "1/3". */
  private static boolean isGluedAfter(Atoms atoms, int end, int done) {
    if (done > end || !atoms.isGlued(end)) {
      return false;
    }
    String sign = atoms.word(end);
    return atoms.isLetters(end)
        || "/&_°²".contains(sign)
        || (sign.equals(":") && atoms.isGlued(end + 1))
        || (sign.equals("-") && atoms.isGlued(end + 1) && !atoms.is(end + 1, "strong"))
        || (sign.equals(".") && atoms.isGlued(end + 1) && atoms.isNumber(end + 1));
  }

  private boolean isClock(Atoms atoms, int start, int end) {
    return follows(clockAfter, atoms, end) || (atoms.is(start - 1, ":") && atoms.isGlued(start) && atoms.isNumber(start - 2));
  }

  /** "Task Force 50", "Resolution 2254": a designator right before, written large or beside digits. */
  private boolean isNamePart(Atoms atoms, int start, int end) {
    int before = atoms.is(start - 1, ".") ? start - 2 : start - 1;
    return atoms.isNumber(start)
        && end == start + 1
        && (isDesignator(atoms, before) || isListedName(atoms, start));
  }

  boolean isDesignator(String noun) {
    return designators.contains(noun);
  }

  private boolean isDesignator(Atoms atoms, int i) {
    return designatorsAny.contains(atoms.word(i))
        || (atoms.isCapital(i) && designators.contains(atoms.word(i)));
  }

  /** "resolutions 2139 and 2254": coordinated with a number that is part of a name. */
  private boolean isListedName(Atoms atoms, int start) {
    boolean listed = atoms.is(start - 1, "and") || atoms.is(start - 1, ",") || atoms.is(start - 1, "-");
    return listed && atoms.isNumber(start - 2) && designatorsAny.contains(atoms.word(start - 3));
  }

  /** "aged 14", "Rami, 34, ". */
  private boolean isAge(Atoms atoms, int start, int end) {
    int before = atoms.is(start - 1, "of") ? start - 2 : start - 1;
    if (ageBefore.contains(atoms.word(before))) {
      return true;
    }
    String next = atoms.word(end);
    return atoms.isNumber(start)
        && end == start + 1
        && atoms.length(start) <= 2
        && (atoms.is(start - 1, ",") || atoms.is(start - 1, "("))
        && atoms.isCapital(start - 2)
        && (next.equals(",") || next.equals(".") || next.equals(")") || next.isEmpty());
  }

  private static boolean follows(List<String[]> phrases, Atoms atoms, int end) {
    for (String[] phrase : phrases) {
      if (atoms.is(end, phrase)) {
        return true;
      }
    }
    return false;
  }

  /** "one in four", "2 of 2]". */
  private boolean isRatio(Atoms atoms, int start, int end) {
    boolean first = atoms.is(start, "one") && atoms.is(end, "in") && isSmall(atoms, end + 1);
    boolean second = isSmall(atoms, start) && atoms.is(start - 1, "in") && atoms.is(start - 2, "one");
    boolean bracketed = atoms.is(end, "]") || atoms.is(end, "/");
    return first || second || bracketed;
  }

  private boolean isSmall(Atoms atoms, int i) {
    return atoms.length(i) <= 2 && atoms.isNumber(i) || numberWords.contains(atoms.word(i));
  }

  /** "007". */
  private static boolean isCode(Atoms atoms, int start) {
    return atoms.isNumber(start) && atoms.length(start) > 1 && atoms.word(start).startsWith("0");
  }

  /** "1. ", "2) " at the head of a line. */
  private static boolean isListMark(Atoms atoms, int start, int end) {
    String next = atoms.word(end);
    return start == 0
        && atoms.isNumber(0)
        && (next.equals(".") || next.equals(")"))
        && atoms.isGlued(end)
        && atoms.size() > end + 1;
  }
}
