package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.control.ControlState;
import org.sitrep.knowledge.ControlWeights;

/**
 * The words that count for a question, by place.
 *
 * @param places key of the place, and the words on it in order, copies on the word of their root; of days later
 *     than asked, too
 * @param at the day asked about
 * @param isLatest whether the latest day is asked for, by which all has happened that is told
 * @param alone whether some speakers' word alone is asked for
 */
record View(
    Map<String, List<ControlEntry>> places,
    LocalDate at,
    boolean isLatest,
    boolean alone,
    Relations relations,
    ControlWeights weights) {

  /** The view of entries known, in order. */
  static View of(
      List<ControlEntry> known, Question question, Speakers speakers, Relations relations, ControlWeights weights) {
    Witnesses witnesses = new Witnesses(known, speakers);
    boolean alone = !question.onWordOf().isEmpty();
    Map<String, List<ControlEntry>> places = new LinkedHashMap<>();
    LocalDate latest = LocalDate.MIN;
    for (ControlEntry entry : known) {
      LocalDate told = entry.isPlausible() ? entry.day().orElse(LocalDate.MIN) : LocalDate.MIN;
      latest = told.isAfter(latest) ? told : latest;
      if (counts(entry) && (!alone || question.onWordOf().contains(witnesses.root(entry)))) {
        places.computeIfAbsent(entry.placeKey(), k -> new ArrayList<>()).add(witnesses.spoken(entry));
      }
    }
    boolean isLatest = question.at().isEmpty();
    LocalDate at = question.at().orElse(latest.equals(LocalDate.MIN) ? ControlEntry.EARLIEST : latest);
    View view = new View(places, at, isLatest, alone, relations, weights);
    places.values().removeIf(words -> words.stream().noneMatch(w -> view.isToldBy(w, at)));
    return view;
  }

  private static boolean counts(ControlEntry entry) {
    boolean firm = entry.certainty() == Certainty.CERTAIN || entry.certainty() == Certainty.DENIED;
    return firm && entry.kind() != Kind.BESIEGED && entry.isUnit() && entry.isPlausible();
  }

  /** Where parties are named, descriptions of no stated side ("militants") say nothing of who holds it. */
  private static List<ControlEntry> named(List<ControlEntry> words, Relations relations) {
    if (words.stream().allMatch(w -> relations.isNamed(w.holder()))) {
      return words;
    }
    Map<String, Boolean> claims = new LinkedHashMap<>();
    words.forEach(w -> claims.merge(w.claim(), relations.isNamed(w.holder()), Boolean::logicalOr));
    List<ControlEntry> named = words.stream().filter(w -> claims.getOrDefault(w.claim(), false)).toList();
    return named.isEmpty() ? words : named;
  }

  /** Whether what a word tells had happened by a day; of what is told without a day, whether it was known. */
  private boolean isToldBy(ControlEntry word, LocalDate day) {
    return word.day().isPresent()
        ? !word.day().get().isAfter(day)
        : isLatest || word.known().filter(k -> !k.isAfter(day)).isPresent();
  }

  /** The words told by a day; those without a day only where no other is. */
  List<ControlEntry> told(List<ControlEntry> words, LocalDate day) {
    List<ControlEntry> told = words.stream().filter(w -> isToldBy(w, day)).toList();
    List<ControlEntry> dated = told.stream().filter(w -> w.day().isPresent()).toList();
    return named(dated.isEmpty() ? told : dated, relations);
  }

  /** The state of one place on the day asked about; some word must be no later than that. */
  ControlState state(List<ControlEntry> words) {
    return state(words, at);
  }

  ControlState state(List<ControlEntry> words, LocalDate day) {
    List<ControlEntry> said = told(words, day);
    Sides sides = new Sides(said, relations);
    Judgement judgement = new Judgement(said, sides, day);
    if (alone) {
      return judgement.alone();
    }
    Course course = new Course(weights, sides);
    course.run(said, day);
    return judgement.together(course, weights.silentDays());
  }
}
