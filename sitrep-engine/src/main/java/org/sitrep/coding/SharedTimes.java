package org.sitrep.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.mention.Mention;
import org.sitrep.time.TimeWindow;

/** Gives claims that state no time that of another claim of the same text, where the two tell of one happening. */
final class SharedTimes {

  /** The coarsest date precision that two claims of one thing may share: a few days. */
  private static final int PRECISE = TimeWindow.Precision.DAYS.code();

  /** How many sentences apart two claims of one thing may stand that share a time among others. */
  private static final int NEAR = 4;

  /** Tokens that a label has at most. */
  private static final int LABEL = 5;

  private final List<Draft> drafts;
  private final List<Words> sentences;

  SharedTimes(List<Draft> drafts, List<Words> sentences) {
    this.drafts = drafts;
    this.sentences = sentences;
  }

  void apply() {
    for (Draft draft : drafts) {
      if (draft.time == null && !draft.noDay && draft.certainty != Certainty.PLANNED && !isHabit(draft.predicate)) {
        label(draft)
            .or(() -> sameThing(draft))
            .or(() -> sameToll(draft))
            .or(() -> harmed(draft))
            .ifPresent(time -> draft.time = time);
      }
    }
  }

  /** "has regularly documented the use of": no one time is meant. */
  private static boolean isHabit(Predicate p) {
    for (int i = p.token; i >= 0; i = p.words.tree.head(i)) {
      if (p.words.isHabit(i)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<TimeWindow> told(Draft draft, Optional<TimeWindow> time, String rule) {
    time.ifPresent(t -> draft.rules.add("time: " + rule));
    return time;
  }

  /** "January: Three attacks ...", where the label is a sentence of its own. */
  private Optional<TimeWindow> label(Draft draft) {
    int index = draft.words().index;
    Words label = index > 0 ? sentences.get(index - 1) : draft.words();
    boolean labelled = label.sentence.block() == draft.words().sentence.block()
        && label.tree.size() <= LABEL && label.tree.form(label.tree.size() - 1).equals(":");
    return !labelled
        ? Optional.empty()
        : told(draft, label.sentence.list(Mention.OfTime.class).stream().map(label.article.times()::get).filter(Objects::nonNull).findFirst(), "label");
  }

  /** The time that another claim of the same thing states: all claims of its kind, or one close by in the same place. */
  private Optional<TimeWindow> sameThing(Draft draft) {
    if (!Sharing.ATTACKS.contains(draft.type)) {
      return Optional.empty();
    }
    Set<TimeWindow> times = new HashSet<>();
    Draft told = null;
    Draft near = null;
    for (Draft other : drafts) {
      TimeWindow time = other.time;
      if (!other.type.equals(draft.type) || time == null || time.precision().code() > PRECISE || other.certainty == Certainty.PLANNED) {
        continue;
      }
      times.add(time);
      int distance = other.words().index - draft.words().index;
      boolean same = Sharing.isSameDoer(draft, other) && samePlace(draft, other);
      told = same && distance < 0 ? other : told;
      boolean there = !draft.places.isEmpty() && !other.places.isEmpty() && !draft.actors.isEmpty() && !other.actors.isEmpty();
      boolean nearest = near == null || distance <= 0; // one told before comes before one told after
      near = same && there && Math.abs(distance) <= NEAR && nearest ? other : near;
    }
    Draft source = times.size() == 1 && told != null ? told : near;
    return source == null ? Optional.empty() : told(draft, Optional.ofNullable(source.time), "the text's only one");
  }

  private static boolean samePlace(Draft a, Draft b) {
    return a.places.isEmpty() || b.places.isEmpty()
        || a.places.stream().anyMatch(x -> b.places.stream().anyMatch(y -> x.name().equals(y.name())));
  }

  /** As many killed or wounded in the same place, a few sentences away: told twice. */
  private Optional<TimeWindow> sameToll(Draft draft) {
    for (Draft other : drafts) {
      boolean near = Math.abs(other.words().index - draft.words().index) <= NEAR;
      boolean there = !draft.places.isEmpty() && !other.places.isEmpty() && samePlace(draft, other);
      if (other.time != null && near && there && draft.casualties.stream().anyMatch(c -> other.casualties.stream().anyMatch(o -> isSame(c, o)))) {
        return told(draft, Optional.of(other.time), "told with the same toll");
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Casualties a, Casualties b) {
    return a.fate() == b.fate() && a.low() == b.low() && a.high().equals(b.high()) && a.low() > 0;
  }

  /** "The injured were taken to hospital": on the day of the attack told last before, in which some were. */
  private Optional<TimeWindow> harmed(Draft draft) {
    Words words = draft.words();
    int object = draft.predicate.arguments.object;
    if (object < 0 || !isHarmed(words, object)) {
      return Optional.empty();
    }
    Optional<TimeWindow> last = Optional.empty();
    for (Draft other : drafts) {
      if (other == draft) {
        break;
      }
      if (other.time != null && !other.casualties.isEmpty() && words.index - other.words().index <= NEAR) {
        last = Optional.of(other.time);
      }
    }
    return told(draft, last, "of those harmed before");
  }

  private static boolean isHarmed(Words words, int token) {
    boolean definite = words.tree.list(token, "det").stream().anyMatch(d -> words.lower(d).equals("the"));
    boolean harmed = words.cue("grammar.harmed", token) || words.tree.list(token, "amod").stream().anyMatch(d -> words.cue("grammar.harmed", d));
    return definite && harmed;
  }
}
