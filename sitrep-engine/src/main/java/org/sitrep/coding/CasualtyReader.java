package org.sitrep.coding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Casualties.Fate;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Reads how many were killed, wounded, captured or displaced: off the phrase in the role that names them, else
 * off the number that stands right beside the word for it.
 */
final class CasualtyReader {

  private final Draft draft;
  private final Words words;
  private final SyntaxTree tree;
  private final CountedPhrase phrases;

  CasualtyReader(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.tree = words.tree;
    this.phrases = new CountedPhrase(words);
  }

  void read() {
    read(draft.predicate);
  }

  private void read(Predicate p) {
    p.frame.fate().ifPresent(fate -> read(p, fate));
    if (p.nominal && p.frame.fate().isEmpty()) {
      nobody(p);
    }
    p.effects.forEach(this::read);
  }

  private void read(Predicate p, Fate fate) {
    if (sharesObject(p)) {
      return;
    }
    List<String> roles = p.frame.roles("counted").isEmpty() ? p.frame.roles("target") : p.frame.roles("counted");
    for (String role : roles) {
      for (int token : p.arguments.in(role)) {
        Optional<Casualties> found = phrases.count(token, fate);
        if (found.isPresent()) {
          add(found.get(), p, role);
          draft.cover(words.phrase(token));
          return;
        }
      }
    }
    (p.nominal ? own(p, fate) : beside(p, fate)).ifPresent(c -> add(c, p, "beside"));
  }

  /** "killed and wounded eight": nobody says how many of them each. */
  private boolean sharesObject(Predicate p) {
    return isJoined(p.token, p.token + 2) || isJoined(p.token - 2, p.token);
  }

  /** Whether two words of outcome stand side by side, with one object after both. */
  private boolean isJoined(int first, int second) {
    return first >= 0
        && second < tree.size()
        && words.lower(first + 1).matches("and|or")
        && words.lexicon.isOutcome(words.lower(first))
        && words.lexicon.isOutcome(words.lower(second))
        && !words.lemma(first).equals(words.lemma(second))
        && tree.find(first, "obj") < 0
        && tree.find(second, "obj") >= 0;
  }

  /** A second number of one fate is added where it is coordinated with the first, else it only tells more of it. */
  private void add(Casualties found, Predicate p, String role) {
    Optional<Casualties> known = draft.casualties.stream().filter(c -> c.fate() == found.fate()).findFirst();
    if (known.isPresent()) {
      if (!p.words.tree.is(p.token, "conj")) {
        return;
      }
      Casualties first = known.get();
      OptionalInt high = first.high().isPresent() && found.high().isPresent()
          ? OptionalInt.of(first.high().getAsInt() + found.high().getAsInt())
          : OptionalInt.empty();
      draft.casualties.remove(first);
      String group = first.group() + (first.group().isEmpty() || found.group().isEmpty() ? "" : ", ") + found.group();
      draft.casualties.add(new Casualties(found.fate(), first.low() + found.low(), high, group));
      return;
    }
    draft.casualties.add(found);
    draft.rules.add(found.fate().name().toLowerCase(Locale.ROOT) + ": " + role);
  }

  /** The number of the noun itself: "six executions", "a dozen deaths". */
  private Optional<Casualties> own(Predicate p, Fate fate) {
    for (Mention.OfCount count : words.sentence.list(Mention.OfCount.class)) {
      if (count.last() == p.token && count.first() < p.token) {
        draft.cover(count.span());
        return Optional.of(new Casualties(fate, count.low(), count.high(), ""));
      }
    }
    return Optional.empty();
  }

  /** The number right after the word, or right before it and its auxiliaries. */
  private Optional<Casualties> beside(Predicate p, Fate fate) {
    int after = p.token + 1;
    while (after < tree.size() && (tree.upos(after) == Upos.ADV || words.isTime(after) || isOnTime(after))) {
      after++;
    }
    int before = p.token - 1;
    while (before >= 0 && (tree.upos(before) == Upos.AUX || tree.upos(before) == Upos.ADV || words.isTime(before))) {
      before--;
    }
    for (Mention.OfCount count : words.sentence.list(Mention.OfCount.class)) {
      boolean people = count.unit().isEmpty() || words.lexicon.isPerson(count.unit());
      boolean active = count.first() == after && !isPassive(p.token);
      boolean passive = count.last() == before && before < p.token - 1 && tree.find(p.token, "obj") < 0;
      if (people && (active || passive)) {
        draft.cover(count.span());
        return phrases.count(count.head(), fate).or(() -> Optional.of(new Casualties(fate, count.low(), count.high(), "")));
      }
    }
    return Optional.empty();
  }

  private boolean isOnTime(int token) {
    return words.lower(token).equals("on") && token + 1 < tree.size() && words.isTime(token + 1);
  }

  private boolean isPassive(int token) {
    return tree.find(token, "aux:pass") >= 0;
  }

  /** "No casualties": nobody was killed, and nobody wounded. */
  private void nobody(Predicate p) {
    boolean none = words.sentence.list(Mention.OfCount.class).stream()
        .anyMatch(c -> c.last() == p.token && c.high().orElse(1) == 0);
    if (none && draft.casualties.isEmpty()) {
      for (Fate fate : List.of(Fate.KILLED, Fate.WOUNDED)) {
        draft.casualties.add(new Casualties(fate, 0, OptionalInt.of(0), ""));
      }
      draft.rules.add("killed, wounded: nobody");
    }
  }
}
