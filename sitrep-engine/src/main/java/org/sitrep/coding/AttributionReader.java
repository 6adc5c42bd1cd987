package org.sitrep.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Builds the chain of holders of a predicate along the tree, from the predicate up to the root: speech verbs
 * above, after and around the clause, "according to", "citing", nouns that hold words, and pointers back to
 * whoever spoke before. What is left is the publisher's own word.
 *
 * <p>One reader serves one article, sentence by sentence in order: pointers back need what came before.
 */
final class AttributionReader {

  private static final int CLIMB = 12;

  private Optional<Holder> last = Optional.empty();

  /** The chain of a predicate, outermost first; empty where the sentence names no holder. */
  List<Holder> read(Predicate p) {
    List<Holder> inner = new ArrayList<>();
    Words words = p.words;
    SyntaxTree tree = words.tree;
    int token = p.token;
    prepositional(words, token, inner);
    spokenAfter(words, token, inner);
    for (int i = 0; i < CLIMB; i++) {
      int head = tree.head(token);
      if (head < 0) {
        break;
      }
      if (above(words, token, head, p.nominal && i == 0, inner)) {
        citing(words, head, inner);
      }
      spokenAfter(words, head, inner);
      prepositional(words, head, inner);
      token = head;
    }
    List<Holder> chain = distinct(inner);
    Collections.reverse(chain);
    return chain;
  }

  /** Notes who spoke in a sentence, for pointers back from later ones. */
  void remember(List<Holder> chain) {
    if (!chain.isEmpty()) {
      last = Optional.of(chain.getLast());
    }
  }

  /** The holder noted last. */
  Optional<Holder> last() {
    return last;
  }

  /** Who a sentence as a whole hands its words to, whether or not it holds a predicate. */
  List<Holder> ofSentence(Words words) {
    List<Holder> inner = new ArrayList<>();
    for (int i = 0; i < words.tree.size(); i++) {
      if (Speech.isVerb(words, i)) {
        speaker(words, i).ifPresent(inner::add);
        citing(words, i, inner);
        break;
      }
    }
    if (inner.isEmpty()) {
      prepositional(words, words.tree.root(), inner);
    }
    Collections.reverse(inner);
    return inner;
  }

  private static List<Holder> distinct(List<Holder> holders) {
    List<Holder> distinct = new ArrayList<>();
    for (Holder holder : holders) {
      if (distinct.stream().noneMatch(h -> h.key().equals(holder.key()))) {
        distinct.add(holder);
      }
    }
    return distinct;
  }

  /** The governor of a clause, if it attributes it. Tells whether a speech verb was passed. */
  private boolean above(Words words, int token, int head, boolean nominal, List<Holder> inner) {
    SyntaxTree tree = words.tree;
    if (words.isVerb(head)) {
      boolean clause = tree.is(token, "ccomp") || tree.is(token, "parataxis") || tree.is(token, "xcomp");
      boolean object = tree.is(token, "obj") || tree.relation(token).equals("nsubj:pass");
      boolean attributes =
          (clause && Speech.isVerb(words, head))
              || (object && words.cue("attribution.reporting_object", head))
              || (object && words.cue("attribution.publish", head) && Speech.isEvidence(words, token));
      boolean accused = words.cue("attribution.accuse", head) && !tree.is(token, "nsubj");
      if (attributes || accused) {
        speaker(words, head).ifPresent(inner::add);
      }
      return attributes || accused;
    }
    if (Speech.isNoun(words, head) && (tree.is(token, "acl") || tree.is(token, "ccomp") || (tree.is(token, "nmod") && nominal))) {
      inner.add(holder(words, head, tree.span(head), Stance.NEUTRAL));
      return true;
    }
    return false;
  }

  /** "X killed five, the ministry said": a speech verb that hangs on the clause it reports. */
  private void spokenAfter(Words words, int clause, List<Holder> inner) {
    SyntaxTree tree = words.tree;
    for (int d : tree.dependents(clause)) {
      boolean inserted = tree.is(d, "parataxis") || (tree.is(d, "ccomp") && tree.find(d, "nsubj") >= 0 && d > clause)
          || (tree.is(d, "advcl") && asReported(words, d));
      if (inserted && Speech.isVerb(words, d) && !reportsOther(words, d)) {
        speaker(words, d).ifPresent(inner::add);
        citing(words, d, inner);
      }
    }
  }

  /** "as the agency reported". */
  private static boolean asReported(Words words, int verb) {
    int mark = words.tree.find(verb, "mark");
    return mark >= 0 && words.lower(mark).equals("as");
  }

  /** Whether a speech verb has a clause of its own to report. */
  private static boolean reportsOther(Words words, int verb) {
    for (int d : words.tree.dependents(verb)) {
      if (words.tree.is(d, "ccomp") && words.isVerb(d) && d > verb) {
        return true;
      }
    }
    return false;
  }

  /** Who speaks a speech verb. */
  private Optional<Holder> speaker(Words words, int verb) {
    Arguments args = new Grammar(words).ofVerb(verb, 0);
    Stance stance = Speech.stance(words, verb).orElse(Stance.NEUTRAL);
    int subject = args.passive ? (args.agents.isEmpty() ? -1 : args.agents.getFirst()) : args.subject;
    if (args.passive && subject < 0 && args.object >= 0 && words.isNoun(args.object)
        && Set.of("say", "quote", "cite", "tell").contains(words.lemma(verb))) {
      subject = args.object;
    }
    if (subject < 0 && !args.passive) {
      subject = named(words, verb);
    }
    if (words.cue("attribution.citing", verb) && words.tree.xpos(verb).equals("VBG") && words.tree.find(verb, "obj") >= 0) {
      subject = words.tree.find(verb, "obj");
    }
    if (subject < 0 || Speech.isEvidence(words, subject) || !(Speech.canSpeak(words, subject) || Speech.isNoun(words, subject))) {
      return Optional.empty();
    }
    return Optional.of(holder(words, subject, words.tree.span(verb), stance));
  }

  /** "Amaq, the agency close to X, claimed": the source before the verb, where the tree gives it no subject. */
  private static int named(Words words, int verb) {
    SyntaxTree tree = words.tree;
    for (int i = 0; i < verb && !tree.is(verb, "conj"); i++) {
      boolean below = tree.head(i) == verb || tree.head(i) >= 0 && tree.head(tree.head(i)) == verb;
      if (below && !tree.is(i, "obl") && words.sourceAt(i).isPresent() && Speech.canSpeak(words, i)) {
        return i;
      }
    }
    return -1;
  }

  /** "citing a colonel", "quoting the ministry": the deeper holder. */
  private void citing(Words words, int verb, List<Holder> inner) {
    SyntaxTree tree = words.tree;
    for (int i = 0; i < tree.size(); i++) {
      if (words.cue("attribution.citing", i) && tree.xpos(i).equals("VBG") && tree.under(i, verb) && i != verb) {
        int object = tree.find(i, "obj");
        if (object >= 0) {
          Holder deeper = holder(words, object, tree.span(i), Stance.NEUTRAL);
          int at = Math.max(0, inner.size() - 1);
          if (inner.stream().noneMatch(h -> h.key().equals(deeper.key()))) {
            inner.add(at, deeper);
          }
        }
      }
    }
  }

  /** "according to X" and its like, where they hang on the clause. */
  private void prepositional(Words words, int clause, List<Holder> inner) {
    SyntaxTree tree = words.tree;
    for (int d : tree.dependents(clause)) {
      boolean phrase = tree.is(d, "obl") || tree.is(d, "nmod") || tree.is(d, "advcl") || tree.is(d, "advmod") || tree.is(d, "parataxis")
          || tree.is(d, "dep") || tree.is(d, "acl");
      if (!phrase) {
        continue;
      }
      String preposition = words.preposition(d);
      if (words.lexicon.cue("attribution.prepositions", preposition)) {
        inner.add(holder(words, d, cue(words, d), Stance.NEUTRAL));
      } else if (words.lower(d).equals("according")) {
        for (int below : tree.dependents(d)) {
          if (tree.is(below, "obl") || tree.is(below, "nmod") || tree.is(below, "obj")) {
            inner.add(holder(words, below, tree.span(d), Stance.NEUTRAL));
          }
        }
      }
    }
  }

  private static Span cue(Words words, int token) {
    Span span = words.tree.span(token);
    for (int d : words.tree.list(token, "case")) {
      span = span.cover(words.tree.span(d));
    }
    return span;
  }

  private Holder holder(Words words, int token, Span cue, Stance stance) {
    int speaking = Speech.isNoun(words, token) && words.sourceAt(token).isEmpty() ? behind(words, token) : token;
    if (speaking == token && pointsBack(words, token) && last.isPresent()) {
      return last.get();
    }
    return holderAt(words, speaking, cue, stance);
  }

  private static Holder holderAt(Words words, int token, Span cue, Stance stance) {
    boolean bare = Speech.isNoun(words, token) && words.sourceAt(token).isEmpty();
    String surface = bare ? wording(words, token) : words.surface(token);
    var source = words.sourceAt(token);
    Optional<String> id = source.flatMap(s -> s.id());
    var actor = words.actorAt(token).or(() -> Optional.ofNullable(words.modifierParty(token)))
        .flatMap(a -> Optional.ofNullable(words.article.actors().get(a)));
    boolean whole = words.actorAt(token).isPresent() && words.tree.upos(token) == Upos.PROPN;
    if (id.isEmpty()) {
      for (int d : words.tree.list(token, "appos")) {
        if (words.sourceAt(d).flatMap(s -> s.id()).isPresent()) {
          return holderAt(words, d, cue, stance);
        }
      }
    }
    String name = id.isPresent() ? source.get().surface() : whole && actor.isPresent() ? actor.get().name() : surface;
    return new Holder(surface, name, id, whole ? actor.map(a -> a.id()) : Optional.empty(), Optional.of(cue),
        Optional.of(words.phrase(token)), stance);
  }

  /** A noun that holds words, without what it says: "local reports". */
  private static String wording(Words words, int token) {
    StringBuilder wording = new StringBuilder();
    for (int d : words.tree.dependents(token)) {
      if (d < token && (words.tree.is(d, "amod") || words.tree.is(d, "compound"))) {
        wording.append(words.tree.form(d)).append(' ');
      }
    }
    return wording.append(words.tree.form(token)).toString();
  }

  /** "the statement", "the ministry", "he": somebody who spoke before. */
  private static boolean pointsBack(Words words, int token) {
    if (words.isPronoun(token)) {
      return true;
    }
    if (!words.cue("attribution.anaphor", token) || words.tree.upos(token) == Upos.PROPN) {
      return false;
    }
    boolean definite = false;
    for (int d : words.tree.dependents(token)) {
      if (words.tree.is(d, "det")) {
        definite = Set.of("the", "this", "that", "these", "those").contains(words.lower(d));
      } else if (!words.tree.is(d, "punct") && !words.tree.is(d, "case") && !words.tree.is(d, "conj") && !words.tree.is(d, "cc")
          && !words.tree.is(d, "cop") && !words.tree.is(d, "nsubj")) {
        return false;
      }
    }
    return definite;
  }

  /** Who stands behind a noun that holds words: "a statement by X", "X's report", "reports in X media". */
  private static int behind(Words words, int noun) {
    SyntaxTree tree = words.tree;
    for (int d : tree.dependents(noun)) {
      if ((tree.is(d, "nmod:poss") || tree.is(d, "compound") || tree.is(d, "amod")) && (words.sourceAt(d).isPresent() || words.actorAt(d).isPresent())
          && Speech.canSpeak(words, d)) {
        return tree.is(d, "amod") ? noun : d;
      }
    }
    for (int d : tree.dependents(noun)) {
      if (tree.is(d, "nmod") && words.hasCase(d, Set.of("by", "from", "of", "in", "among", "on")) && Speech.canSpeak(words, d)
          && !words.isNamedPlace(d)) {
        return d;
      }
    }
    for (int d : tree.dependents(noun)) {
      if (tree.is(d, "acl") && words.isVerb(d)) {
        Arguments args = new Grammar(words).ofVerb(d, 0);
        for (int agent : args.agents) {
          return agent;
        }
        for (Arguments.Oblique o : args.obliques) {
          if (Set.of("in", "by", "from", "among", "on").contains(o.preposition()) && Speech.canSpeak(words, o.token())
              && !words.isNamedPlace(o.token())) {
            return o.token();
          }
        }
      }
    }
    return noun;
  }
}
