package org.sitrep.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.entity.Actor;
import org.sitrep.entity.Source;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Mention.OfSource;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Names those who speak in an article, in the order of its text: remembers who was named, so that "he", "the
 * agency", "the press secretary" and a bare surname come out as the one they mean.
 */
final class Speakers {

  private static final int REACH = 4;
  private static final Set<String> TITLES = Set.of("appos", "compound", "flat", "nmod:desc", "nmod:unmarked");
  private static final int MEMORY = 40;

  /** One who was named, in a sentence. */
  private record Named(Speaker speaker, int sentence, boolean spoke) {}

  private final List<Named> named = new ArrayList<>();

  /** Whoever heads a report, as a holder. */
  Holder name(Report report) {
    Words words = report.words();
    int token = report.source();
    Holder own = holder(words, token, report.cueSpan(), report.stance());
    Optional<Speaker> meant = meant(words, token);
    if (meant.isPresent()) {
      Holder known = meant.get().holder();
      boolean name = words.tree.upos(token) == Upos.PROPN;
      return new Holder(name ? own.surface() : known.surface(), known.name(), known.source(), known.actor(), own.cue(), own.span(), report.stance());
    }
    return own;
  }

  /** Remembers who spoke. */
  void remember(Report report, Holder holder) {
    Words words = report.words();
    if (words.isPronoun(report.source()) || pointsBack(words, report.source())) {
      again(holder, words.index);
    } else {
      add(new Named(Speaker.of(words, report.source(), holder), words.index, true));
    }
  }

  /** Remembers whom a sentence is about. */
  void mention(Words words, int token) {
    boolean person = words.tree.upos(token) == Upos.PROPN || Speech.canSpeak(words, token) && words.isNoun(token);
    if (person) {
      Holder holder = holder(words, token, words.tree.span(token), Stance.NEUTRAL);
      add(new Named(Speaker.of(words, token, holder), words.index, false));
    }
  }

  private void again(Holder holder, int sentence) {
    for (int i = named.size() - 1; i >= 0; i--) {
      if (named.get(i).speaker().holder().name().equals(holder.name())) {
        add(new Named(named.get(i).speaker(), sentence, true));
        return;
      }
    }
  }

  private void add(Named one) {
    named.add(one);
    if (named.size() > MEMORY) {
      named.removeFirst();
    }
  }

  private Optional<Speaker> meant(Words words, int token) {
    if (words.isPronoun(token)) {
      return pronoun(words, token);
    }
    boolean party = words.actorAt(token).isPresent() && words.tree.upos(token) == Upos.PROPN;
    if (party || words.sourceAt(token).flatMap(s -> s.id()).isPresent()) {
      return Optional.empty();
    }
    Set<String> described = description(words, token);
    if (!described.isEmpty()) {
      Optional<Speaker> same = described(described);
      if (same.isPresent()) {
        return same;
      }
    }
    return pointsBack(words, token) ? back(words, token) : Optional.empty();
  }

  private Optional<Speaker> pronoun(Words words, int token) {
    String pronoun = words.lower(token);
    Optional<Speaker> near = latest(words.index - REACH, one -> one.speaker().agrees(pronoun));
    return near.isPresent() ? near : latest(0, one -> one.speaker().agrees(pronoun) && one.spoke());
  }

  /** Whoever was named last and fits, the first of his sentence. */
  private Optional<Speaker> latest(int from, java.util.function.Predicate<Named> fits) {
    Speaker found = null;
    int at = -1;
    for (int i = named.size() - 1; i >= 0; i--) {
      Named one = named.get(i);
      if (one.sentence() < from || at >= 0 && one.sentence() < at) {
        break;
      }
      if (fits.test(one)) {
        found = one.speaker();
        at = one.sentence();
      }
    }
    return Optional.ofNullable(found);
  }

  /** "the monitor", "the statement": whoever of that kind was named last, else whoever spoke last and may be called so. */
  private Optional<Speaker> back(Words words, int token) {
    boolean plural = words.tree.xpos(token).equals("NNS");
    String like = plural ? "they" : Speech.isPersonNoun(words, token) ? "he" : Speech.isBodyNoun(words, token) ? "it" : "";
    Optional<Source.Kind> kind = words.sourceAt(token).flatMap(OfSource::kind);
    Optional<Speaker> alike = latest(0, one -> kind.isPresent() && one.speaker().kind().equals(kind) && one.spoke() && (!plural || one.speaker().many()));
    return alike.isPresent() ? alike : latest(words.index - 2 * REACH, one -> one.speaker().agrees(like) && one.spoke());
  }

  /** The words of a definite description or bare name by which somebody named before may be meant again. */
  private static Set<String> description(Words words, int token) {
    SyntaxTree tree = words.tree;
    boolean name = tree.upos(token) == Upos.PROPN;
    boolean definite = name;
    Set<String> described = new HashSet<>();
    described.add(words.lower(token));
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "det")) {
        definite = words.lower(d).equals("the");
      } else if (tree.is(d, "amod") || tree.is(d, "compound") || tree.is(d, "flat")) {
        described.add(words.lower(d));
        if (!tree.list(d, "compound").isEmpty()) {
          tree.list(d, "compound").forEach(c -> described.add(words.lower(c)));
        }
      } else if (!tree.is(d, "punct") && !tree.is(d, "case") && !tree.is(d, "appos")) {
        return Set.of();
      }
    }
    return definite ? described : Set.of();
  }

  private Optional<Speaker> described(Set<String> described) {
    for (int i = named.size() - 1; i >= 0; i--) {
      Speaker speaker = named.get(i).speaker();
      if (speaker.words().containsAll(described) && speaker.words().size() > described.size()) {
        return Optional.of(speaker);
      }
    }
    return Optional.empty();
  }

  /** "the statement", "the report", "he": somebody who spoke before. */
  private static boolean pointsBack(Words words, int token) {
    if (words.isPronoun(token)) {
      return true;
    }
    SyntaxTree tree = words.tree;
    if (!words.cue("attribution.anaphor", token) || tree.upos(token) == Upos.PROPN) {
      return false;
    }
    boolean definite = false;
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "det")) {
        definite = Set.of("the", "this", "that", "these", "those").contains(words.lower(d));
      } else if (tree.is(d, "amod") || tree.is(d, "compound") || tree.is(d, "nmod") || tree.is(d, "acl") || tree.is(d, "nummod") || tree.is(d, "appos")) {
        return false;
      }
    }
    return definite;
  }

  private static Holder holder(Words words, int token, Span cue, Stance stance) {
    boolean bare = Speech.isNoun(words, token) && words.sourceAt(token).isEmpty();
    String surface = bare ? bare(words, token) : Wording.of(words, token);
    var source = words.sourceAt(token);
    Optional<String> id = source.flatMap(s -> s.id());
    if (id.isEmpty()) {
      for (int d : words.tree.list(token, "appos")) {
        if (words.sourceAt(d).flatMap(s -> s.id()).isPresent()) {
          return holder(words, d, cue, stance);
        }
      }
    }
    Optional<String> headed = id.isEmpty() ? headed(words, token) : id;
    Optional<Actor> own = words.actorAt(token).flatMap(m -> Optional.ofNullable(words.article.actors().get(m)));
    boolean whole = words.tree.upos(token) == Upos.PROPN;
    String name = id.isPresent() ? source.get().surface() : own.filter(a -> whole).map(Actor::name).orElse(surface);
    Optional<String> voice = own.filter(a -> whole || isSide(a)).or(() -> owner(words, token)).map(Actor::id);
    return new Holder(surface, name, headed, voice, Optional.of(cue), Optional.of(Wording.span(words, token)), stance);
  }

  /** "X, director of the monitor": the source that a person heads or speaks for, whose word it then is. */
  private static Optional<String> headed(Words words, int token) {
    List<Integer> phrase = new ArrayList<>(List.of(token));
    for (int d : words.tree.dependents(token)) {
      if (TITLES.contains(words.tree.relation(d))) {
        phrase.add(d);
      }
    }
    return phrase.stream().anyMatch(t -> words.cue("attribution.speaker.heads", t))
        ? phrase.stream().flatMap(t -> source(words, t).stream()).findFirst()
        : Optional.empty();
  }

  /** The known source that a title belongs to: "director of X", "X's director", "X director". */
  private static Optional<String> source(Words words, int title) {
    for (int d : words.tree.dependents(title)) {
      boolean of = words.tree.is(d, "nmod") && Set.of("of", "for", "at", "from", "with").contains(words.preposition(d));
      boolean owner = words.tree.relation(d).equals("nmod:poss") || words.tree.is(d, "compound") || words.tree.is(d, "obl") && words.hasCase(d, Set.of("of"));
      if (of || owner) {
        Optional<String> id = words.sourceAt(d).flatMap(OfSource::id);
        if (id.isPresent()) {
          return id;
        }
      }
    }
    return Optional.empty();
  }

  /** Whose spokesman, commander or office speaks: then it is that side's word. */
  private static Optional<Actor> owner(Words words, int token) {
    Mention.OfActor party = new Participants(words).modifierParty(token);
    boolean speaks = Speech.isPersonNoun(words, token) || Speech.isBodyNoun(words, token) || words.isRank(token);
    return party == null || !speaks || party.form() == Mention.Form.DEMONYM || words.isCivilian(token)
        ? Optional.empty()
        : Optional.ofNullable(words.article.actors().get(party)).filter(Speakers::isSide);
  }

  private static boolean isSide(Actor actor) {
    return actor.kind() != Actor.Kind.CIVILIANS && actor.kind() != Actor.Kind.FIGHTERS;
  }

  /** A noun that holds words, without what it says: "local reports". */
  private static String bare(Words words, int token) {
    StringBuilder wording = new StringBuilder();
    for (int d : words.tree.dependents(token)) {
      if (d < token && (words.tree.is(d, "amod") || words.tree.is(d, "compound"))) {
        wording.append(words.tree.form(d)).append(' ');
      }
    }
    return wording.append(words.tree.form(token)).toString();
  }
}
