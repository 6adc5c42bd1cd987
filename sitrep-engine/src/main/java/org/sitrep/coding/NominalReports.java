package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.coding.Report.Kind;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/** Finds what nouns, adjectives and prepositions of a sentence report, and whom "citing" names behind a report. */
final class NominalReports {

  private static final int LABEL = 9;
  private static final Set<String> TOPIC = Set.of("of", "about", "on", "over", "regarding", "concerning");
  private static final Set<String> OBJECT = Set.of("of", "about", "on", "for", "against", "with", "to", "over", "that");

  private final Words words;
  private final SyntaxTree tree;
  private final Sayers sayers;

  NominalReports(Words words, Sayers sayers) {
    this.words = words;
    this.tree = words.tree;
    this.sayers = sayers;
  }

  Optional<Report> at(int token) {
    Optional<Report> phrase = prepositional(token);
    if (phrase.isPresent()) {
      return phrase;
    }
    if (Speech.isNoun(words, token)) {
      return statement(token);
    }
    if (words.isNoun(token) && words.cue("attribution.content_nouns", token)) {
      return attitude(token);
    }
    boolean adjective = tree.upos(token) == Upos.ADJ && words.cue("attribution.adjectives", token);
    return adjective ? opinion(token) : Optional.empty();
  }

  /** "X's claim that ...", "reports of ...". */
  private Optional<Report> statement(int noun) {
    int verb = tree.head(noun);
    if (verb >= 0 && tree.is(noun, "obl") && Speech.isVerb(words, verb)) {
      return Optional.empty();
    }
    List<Integer> contents = contents(noun, TOPIC);
    int denier = denier(noun);
    if (denier >= 0 && !contents.isEmpty() && contents.stream().allMatch(words::isVerb)) {
      return Optional.of(new Report(words, denier, verb, tree.span(verb), contents, Kind.STATEMENT, Stance.DENIAL));
    }
    return contents.isEmpty() ? Optional.empty() : of(sayers.behind(noun), noun, contents, Kind.STATEMENT);
  }

  /** "X rejected claims that ...": whoever says that it is not so; -1 where nobody does. */
  private int denier(int noun) {
    int verb = tree.head(noun);
    boolean denies = verb >= 0 && tree.is(noun, "obj") && words.cue("attribution.verbs.denial", verb);
    int subject = denies ? sayers.ofVerb(verb) : -1;
    return subject >= 0 && Speech.canSpeak(words, subject) && !Speech.isSelf(words, subject) ? subject : -1;
  }

  /** "their call for a truce". */
  private Optional<Report> attitude(int noun) {
    List<Integer> contents = contents(noun, OBJECT);
    int source = sayers.behind(noun);
    return contents.isEmpty() || source == noun || Speech.isSelf(words, source)
        ? Optional.empty()
        : of(source, noun, contents, Kind.ATTITUDE);
  }

  private List<Integer> contents(int noun, Set<String> prepositions) {
    List<Integer> contents = new ArrayList<>();
    for (int d : tree.dependents(noun)) {
      boolean clause = tree.is(d, "ccomp") || tree.is(d, "acl") && d > noun && isTold(d);
      boolean topic = tree.relation(d).equals("nmod") && prepositions.contains(words.preposition(d));
      if (clause || topic) {
        contents.add(d);
      }
    }
    return contents;
  }

  /** "that X fell", "to leave X": what a noun holds; not "issued by X", "saying that", "which X made". */
  private boolean isTold(int verb) {
    if (tree.find(verb, "mark") >= 0 || ReportFinder.isThatClause(words, verb)) {
      return true;
    }
    boolean participle = tree.xpos(verb).equals("VBN") || Speech.isVerb(words, verb);
    return !tree.relation(verb).equals("acl:relcl") && !participle;
  }

  /** "is sure that ...", "was critical of ...". */
  private Optional<Report> opinion(int adjective) {
    int source = tree.find(adjective, "nsubj");
    if (source < 0 || tree.find(adjective, "cop") < 0 || Speech.isSelf(words, source) || !Speech.canSpeak(words, source)) {
      return Optional.empty();
    }
    List<Integer> contents = new ArrayList<>();
    for (int d : tree.dependents(adjective)) {
      if (d > adjective && (tree.is(d, "ccomp") || tree.is(d, "xcomp") || tree.is(d, "obl") && !words.preposition(d).isEmpty() && words.is(d, "any")
          || tree.is(d, "advcl") && tree.find(d, "mark") >= 0)) {
        contents.add(d);
      }
    }
    return contents.isEmpty() ? Optional.empty() : of(source, adjective, contents, Kind.ATTITUDE);
  }

  /** "according to X" and its like. */
  private Optional<Report> prepositional(int token) {
    if (tree.find(token, "case") < 0 || tree.head(token) < 0) {
      return Optional.empty();
    }
    int head = tree.head(token);
    boolean cited = words.lexicon.cue("attribution.prepositions", words.preposition(token));
    boolean verbal = !cited && words.lower(head).equals("according") && tree.head(head) >= 0;
    if (!cited && !verbal) {
      return Optional.empty();
    }
    int hanging = verbal ? head : token;
    int source = sayers.author(token);
    int content = ReportFinder.clauseOf(words, tree.head(hanging));
    Span cue = verbal ? tree.span(head) : tree.span(token);
    for (int d : tree.list(token, "case")) {
      cue = cue.equals(tree.span(token)) ? tree.span(d) : cue.cover(tree.span(d));
      for (int f : tree.list(d, "fixed")) {
        cue = cue.cover(tree.span(f));
      }
    }
    boolean holds = Speech.canSpeak(words, source) || Speech.isNoun(words, source);
    Kind kind = holds ? Kind.STATEMENT : Kind.ATTITUDE;
    boolean measure = !holds && !verbal && tree.list(token, "case").stream().anyMatch(c -> words.lower(c).equals("per"));
    return measure ? Optional.empty() : Optional.of(new Report(words, source, hanging, cue, List.of(content), kind, Stance.NEUTRAL));
  }

  /** "A medical source: five died", "The ministry:" before a statement: a speaker and a colon. */
  Optional<Report> label() {
    int colon = 0;
    while (colon < tree.size() && colon <= LABEL && !tree.form(colon).equals(":")) {
      if (words.isVerb(colon) && !tree.is(colon, "amod") || tree.upos(colon) == Upos.AUX || tree.is(colon, "punct") && !tree.form(colon).equals("-")) {
        return Optional.empty();
      }
      colon++;
    }
    if (colon == 0 || colon >= tree.size() || colon > LABEL) {
      return Optional.empty();
    }
    int source = 0;
    while (source < colon && !(words.isNoun(source) && (tree.head(source) < 0 || tree.head(source) >= colon))) {
      source++;
    }
    if (source == colon || !isLabel(source)) {
      return Optional.empty();
    }
    for (int i = colon + 1; i < tree.size(); i++) {
      if (tree.head(i) <= colon && tree.upos(i) != Upos.PUNCT) {
        return isClause(i) ? of(source, colon, List.of(i), Kind.STATEMENT) : Optional.empty();
      }
    }
    return of(source, colon, List.of(), Kind.STATEMENT);
  }

  private boolean isClause(int token) {
    return words.isVerb(token) || tree.find(token, "nsubj") >= 0;
  }

  /** Whether a name before a colon is somebody who speaks, not a place or a heading. */
  private boolean isLabel(int token) {
    boolean known = words.sourceAt(token).isPresent() || words.actorAt(token).isPresent() && tree.upos(token) == Upos.PROPN;
    return words.placeAt(token).isEmpty() && (known || Speech.isDocument(words, token) || Speech.isNoun(words, token));
  }

  private Optional<Report> of(int source, int cue, List<Integer> contents, Kind kind) {
    return Optional.of(new Report(words, source, cue, tree.span(cue), contents, kind, Stance.NEUTRAL));
  }

  /** Adds the deeper holders that "citing a colonel" names, of what is reported around it. */
  void citing(List<Report> found) {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.xpos(i).equals("VBG") && words.cue("attribution.citing", i)) {
        int object = tree.find(i, "obj");
        object = object >= 0 ? object : tree.find(i, "obl");
        if (object >= 0 && (Speech.canSpeak(words, object) || Speech.isNoun(words, object))) {
          cite(found, i, object);
        }
      }
    }
  }

  /** "said, citing a colonel, that X fell": the parser may hang the clause on the participle or on the colonel. */
  private List<Integer> complement(int verb, int object) {
    for (int head : new int[] {verb, object}) {
      for (int d : tree.dependents(head)) {
        if ((tree.is(d, "acl") || tree.is(d, "ccomp")) && ReportFinder.isThatClause(words, d)) {
          return List.of(d);
        }
      }
    }
    return List.of();
  }

  private void cite(List<Report> found, int verb, int object) {
    int source = sayers.author(object);
    found.removeIf(r -> r.cue() == verb);
    int outer = governing(found, verb);
    List<Integer> contents = outer < 0 ? List.of() : found.get(outer).contents();
    if (contents.isEmpty()) {
      contents = complement(verb, object);
      if (outer >= 0 && !contents.isEmpty()) {
        found.set(outer, found.get(outer).with(contents));
      }
    }
    if (contents.isEmpty() && tree.head(verb) >= 0) {
      contents = List.of(ReportFinder.clauseOf(words, tree.head(verb)));
    }
    if (!contents.isEmpty()) {
      found.add(new Report(words, source, verb, tree.span(verb), contents, Kind.CITATION, Stance.NEUTRAL));
    }
  }

  /** The statement that a participle is set in, or -1. */
  private int governing(List<Report> found, int verb) {
    int outer = -1;
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).kind() == Kind.STATEMENT && tree.under(verb, found.get(i).cue())) {
        outer = i;
      }
    }
    return outer;
  }
}
