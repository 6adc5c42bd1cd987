package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.claim.Casualties;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Counts the people of a phrase: the number it states, one for a single person, the sum of a list. A total with
 * its parts after it ("eight persons - six clerks and two guards") counts once, and a list ends where
 * somebody begins to speak.
 */
final class CountedPhrase {

  private static final Pattern OPENING = Pattern.compile("^(?i)(of|the|a|an)\\s+");
  private static final Set<String> SINGULAR = Set.of("NN", "NNP");
  private static final Set<String> ONE = Set.of("a", "an", "another", "one");
  private static final Set<String> PART_MARKS = Set.of("-", "–", "—", "--", ":", "(");
  private static final Set<String> BODIES = Set.of("body", "corpse", "life", "remains");

  /** What one member of a list adds; an open end is -1. */
  private record Member(int token, int low, int high, String group) {}

  private final Words words;
  private final SyntaxTree tree;

  CountedPhrase(Words words) {
    this.words = words;
    this.tree = words.tree;
  }

  /** How many the phrase at {@code token}, with what is coordinated with it, says there were. */
  Optional<Casualties> count(int token, Casualties.Fate fate) {
    List<Member> members = members(token, fate);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    if (isTotal(members)) {
      members = members.subList(0, 1);
    }
    int low = members.stream().mapToInt(Member::low).sum();
    boolean open = members.stream().anyMatch(m -> m.high() < 0);
    OptionalInt high = open ? OptionalInt.empty() : OptionalInt.of(members.stream().mapToInt(Member::high).sum());
    String group =
        members.size() == 1
            ? members.getFirst().group()
            : String.join(", ", members.stream().map(m -> words.surface(m.token())).toList());
    return Optional.of(new Casualties(fate, low, high, group));
  }

  private List<Member> members(int token, Casualties.Fate fate) {
    List<Member> members = new ArrayList<>();
    for (int t : words.coordinated(token)) {
      if (t != token && speaks(t)) {
        break;
      }
      member(t, fate).ifPresent(members::add);
    }
    return members;
  }

  /** "..., a clerk said": whoever stands before a word of saying is not of the list before him. */
  private boolean speaks(int token) {
    int next = token + 1;
    return next < tree.size() && Speech.isVerb(words, next) && tree.head(token) != next;
  }

  /** Whether the first member is the sum of the others, or they are set off from it as its parts. */
  private boolean isTotal(List<Member> members) {
    if (members.size() < 2) {
      return false;
    }
    Member first = members.getFirst();
    int rest = members.stream().skip(1).mapToInt(Member::low).sum();
    boolean marked = false;
    for (int i = first.token() + 1; i < members.get(1).token(); i++) {
      marked |= PART_MARKS.contains(tree.form(i));
    }
    return marked || (first.low() == rest && members.size() > 2);
  }

  private Optional<Member> member(int token, Casualties.Fate fate) {
    if (words.lower(token).equals("another") || words.lower(token).equals("other")) {
      return Optional.of(new Member(token, 1, 1, ""));
    }
    boolean people = words.is(token, "person") || tree.upos(token) == Upos.NUM || BODIES.contains(words.lemma(token));
    if (!people) {
      return Optional.empty();
    }
    if (BODIES.contains(words.lemma(token))) {
      return whose(token);
    }
    Optional<Mention.OfCount> mention = mention(token);
    if (mention.isPresent()) {
      Mention.OfCount count = mention.get();
      boolean groups = words.lexicon.is(count.unit(), "group") && !words.lexicon.isPerson(count.unit());
      return groups && fate != Casualties.Fate.DISPLACED ? Optional.empty() : Optional.of(new Member(token, count.low(), count.high().orElse(-1), group(token)));
    }
    return isOne(token) ? Optional.of(new Member(token, 1, 1, group(token))) : Optional.empty();
  }

  /** "The bodies of nine men", "her body": as many as there were people. */
  private Optional<Member> whose(int body) {
    for (int d : tree.dependents(body)) {
      if (tree.is(d, "nmod") && words.hasCase(d, Set.of("of"))) {
        return count(d, Casualties.Fate.KILLED).map(c -> new Member(d, c.low(), c.high().orElse(-1), c.group()));
      }
    }
    Optional<Mention.OfCount> stated = mention(body);
    if (stated.isPresent()) {
      return Optional.of(new Member(body, stated.get().low(), stated.get().high().orElse(-1), ""));
    }
    boolean one = SINGULAR.contains(tree.xpos(body)) && (tree.find(body, "nmod:poss") >= 0 || isOne(body));
    return one ? Optional.of(new Member(body, 1, 1, "")) : Optional.empty();
  }

  private Optional<Mention.OfCount> mention(int token) {
    Span phrase = words.phrase(token);
    for (Mention.OfCount count : words.sentence.list(Mention.OfCount.class)) {
      boolean direct = count.first() <= token && token <= count.last();
      boolean above = tree.head(count.head()) == token && !tree.is(count.head(), "appos");
      boolean below = count.head() == token;
      if (direct || below || (above && phrase.overlaps(count.span()))) {
        return Optional.of(count);
      }
    }
    return Optional.empty();
  }

  /** A single named or described person: "a child", "the general", "Colonel X". */
  private boolean isOne(int token) {
    if (words.core(token) != token || !SINGULAR.contains(tree.xpos(token)) || words.namesGroup(token)) {
      return false;
    }
    if (words.isPerson(token)) {
      return true;
    }
    String lemma = words.lemma(token);
    boolean person = words.lexicon.isPerson(lemma) || words.lexicon.is(lemma, "civilian") || words.isRank(token);
    for (int d : tree.dependents(token)) {
      boolean titled = tree.is(d, "flat") || tree.is(d, "appos") || tree.is(d, "nmod:poss") || tree.is(d, "compound") || tree.is(d, "det");
      if (tree.is(d, "det") && ONE.contains(words.lower(d)) || titled && person) {
        return true;
      }
    }
    return false;
  }

  /** Who they were, as worded, without their number. */
  private String group(int token) {
    Span phrase = words.phrase(token);
    int start = phrase.start();
    for (int i = 0; i <= token; i++) {
      boolean number = tree.upos(i) == Upos.NUM || words.cue("grammar.partitive", i) || words.lower(i).equals("of") && start == tree.start(i);
      if (number && phrase.contains(tree.span(i)) && i + 1 < tree.size()) {
        start = tree.start(i + 1);
      }
    }
    String text = start >= phrase.end() ? "" : Wording.spaced(words.text(new Span(start, phrase.end())));
    return OPENING.matcher(text).replaceFirst("");
  }
}
