package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.coding.Report.Kind;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/** Finds what the verbs of a sentence report. */
final class VerbReports {

  private static final String CONTENT = "attribution.content.";
  private static final String REPORTING = "attribution.reporting.";

  private final Words words;
  private final SyntaxTree tree;
  private final Sayers sayers;

  VerbReports(Words words, Sayers sayers) {
    this.words = words;
    this.tree = words.tree;
    this.sayers = sayers;
  }

  Optional<Report> at(int verb) {
    boolean says = Speech.isVerb(words, verb);
    List<Integer> stated = new ArrayList<>();
    List<Integer> other = new ArrayList<>();
    for (int d : tree.dependents(verb)) {
      String how = construction(verb, d);
      if (!how.isEmpty()) {
        if (states(verb, d, how, says)) {
          stated.add(d);
        } else if (words.cue(CONTENT + how, verb)) {
          other.add(d);
        }
      }
    }
    if (stated.isEmpty()) {
      stated.addAll(hungOnObject(verb));
    }
    if (stated.isEmpty() && says) {
      int apart = apart(verb);
      int around = apart >= 0 ? apart : around(verb);
      if (around >= 0) {
        stated.add(around);
      }
    }
    if (stated.isEmpty() && other.isEmpty() && !says) {
      return Optional.empty();
    }
    return report(verb, stated, other, says);
  }

  private Optional<Report> report(int verb, List<Integer> stated, List<Integer> other, boolean says) {
    int source = source(verb);
    if (source < 0 || Speech.isSelf(words, source)) {
      return Optional.empty();
    }
    boolean speaks = !Speech.isEvidence(words, source) && (Speech.canSpeak(words, source) || Speech.isNoun(words, source));
    boolean open = stated.isEmpty() && other.isEmpty();
    if (open && !(says && speaks && tree.find(verb, "nsubj") >= 0)) {
      return Optional.empty();
    }
    boolean states = speaks && (open || !stated.isEmpty()) && !isNegated(verb, source);
    Kind kind = states ? Kind.STATEMENT : Kind.ATTITUDE;
    List<Integer> contents = stated.isEmpty() ? other : stated;
    Stance stance = Speech.stance(words, verb).orElse(Stance.NEUTRAL);
    return Optional.of(new Report(words, source, verb, cue(verb), contents, kind, stance));
  }

  /** "has not confirmed", "nobody said": then nobody holds it. */
  private boolean isNegated(int verb, int source) {
    for (int d : tree.dependents(verb)) {
      if (tree.is(d, "advmod") && words.cue("certainty.negation", d)) {
        return true;
      }
    }
    return tree.list(source, "det").stream().anyMatch(d -> words.lower(d).equals("no"));
  }

  /** Whoever says it; behind footage the one who brings it forward, behind a statement its author. */
  private int source(int verb) {
    int source = sayers.ofVerb(verb);
    if (source >= 0 && words.isVerb(source) && tree.find(source, "obj") >= 0) {
      source = tree.find(source, "obj");
    }
    boolean holds = source >= 0 && (Speech.isEvidence(words, source) || Speech.isNoun(words, source));
    return holds ? sayers.behind(source) : source;
  }

  /** How a word below a verb may be its content: "clause", "infinitive", "object", or a preposition; else empty. */
  private String construction(int verb, int d) {
    String relation = tree.relation(d);
    if (relation.equals("ccomp")) {
      return "clause";
    }
    if (relation.equals("xcomp")) {
      return "infinitive";
    }
    if (relation.equals("obj") || relation.equals("nsubj:pass")) {
      return tree.xpos(d).startsWith("W") ? "" : "object";
    }
    if (d < verb) {
      return tree.is(d, "obl") && isFronted(d) ? words.preposition(d) : "";
    }
    if (tree.is(d, "parataxis")) {
      return words.isVerb(d) || tree.find(d, "cop") >= 0 ? "clause" : "";
    }
    if (tree.is(d, "obl") && !relation.equals("obl:agent")) {
      return words.preposition(d);
    }
    if (tree.is(d, "advcl")) {
      int mark = tree.find(d, "mark");
      String lower = mark < 0 ? "" : words.lower(mark);
      return lower.equals("to") ? "infinitive" : lower;
    }
    return "";
  }

  /** "the raid of which they spoke": a relative pronoun with its preposition before the verb. */
  private boolean isFronted(int token) {
    return words.isPronoun(token) && tree.xpos(token).equals("WDT");
  }

  /** Whether whoever speaks holds what stands below the verb. */
  private boolean states(int verb, int d, String how, boolean says) {
    boolean shows = how.equals("object") && words.cue("attribution.publish", verb) && Speech.isEvidence(words, d);
    return says && how.equals("clause") || words.cue(REPORTING + how, verb) || shows;
  }

  /** "accused the militia of a raid": what is reported may hang on the object. */
  private List<Integer> hungOnObject(int verb) {
    int object = tree.find(verb, "obj");
    return object < 0
        ? List.of()
        : tree.list(object, "nmod").stream().filter(d -> words.cue(REPORTING + words.preposition(d), verb)).toList();
  }

  /** "said in a statement on Monday that X fell": the clause may hang on a noun between; -1 where there is none. */
  private int apart(int verb) {
    for (int i = verb + 2; i < tree.size(); i++) {
      boolean clause = tree.is(i, "acl") || tree.is(i, "ccomp") || tree.is(i, "advcl");
      if (clause && ReportFinder.isThatClause(words, i) && tree.under(i, verb)) {
        return nearer(verb, i) ? i : -1;
      }
    }
    return verb + 2 < tree.size() && words.lower(verb + 1).equals("that") ? below(verb, verb + 2) : -1;
  }

  /** The word right below a verb that another stands under; -1 where that is none. */
  private int below(int verb, int token) {
    int at = token;
    while (tree.head(at) >= 0 && tree.head(at) != verb) {
      at = tree.head(at);
    }
    return tree.head(at) == verb && at > verb ? at : -1;
  }

  /** Whether a clause hangs on a phrase of the verb, with no other verb between. */
  private boolean nearer(int verb, int clause) {
    for (int at = tree.head(clause); at >= 0 && at != verb; at = tree.head(at)) {
      if (words.isVerb(at)) {
        return false;
      }
    }
    return true;
  }

  /** What a verb reports that is set in, or after, its own content: "five died, the ministry said"; -1 where it is not. */
  private int around(int verb) {
    int head = tree.head(verb);
    if (head < 0 || !words.cue("attribution.inserted", verb) || tree.find(verb, "nsubj") < 0 && !sayers.isAfterAs(verb)) {
      return -1;
    }
    if (tree.is(verb, "parataxis") || tree.is(verb, "advcl") && sayers.isAfterAs(verb)) {
      return ReportFinder.clauseOf(words, head);
    }
    boolean loose = tree.relation(verb).equals("acl:relcl") || tree.is(verb, "ccomp") && verb > head
        || tree.is(verb, "conj") && tree.find(verb, "cc") < 0 || tree.is(verb, "advcl") && tree.find(verb, "mark") < 0;
    return loose && isSetOff(verb) ? ReportFinder.clauseOf(words, head) : -1;
  }

  /** Whether verb and subject stand between marks, which the parser may have missed. */
  private boolean isSetOff(int verb) {
    int subject = tree.find(verb, "nsubj");
    if (subject < 0 || words.isPronoun(subject) && Set.of("who", "which", "that").contains(words.lower(subject))) {
      return false;
    }
    Span span = words.phrase(subject);
    int before = Math.min(subject, verb) - 1;
    while (before >= 0 && tree.start(before) >= span.start()) {
      before--;
    }
    return before >= 0 && tree.is(before, "punct");
  }

  private Span cue(int verb) {
    Span span = tree.span(verb);
    for (int d : tree.dependents(verb)) {
      if (tree.is(d, "aux") && d < verb && verb - d < 4 && tree.find(verb, "nsubj") < d) {
        span = span.cover(tree.span(d));
      }
    }
    return span;
  }
}
