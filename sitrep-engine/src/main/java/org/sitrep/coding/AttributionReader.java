package org.sitrep.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.claim.Reported;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/**
 * Who says what in an article. What is reported is found once per sentence; from it come both the list of all
 * reported content and, along the tree from a predicate up to the root, the chain of those who hold it. What no
 * report covers is the publisher's own word.
 */
final class AttributionReader {

  private final List<Words> sentences;
  private final List<List<Report>> reports = new ArrayList<>();
  private final Map<Report, Holder> holders = new IdentityHashMap<>();
  private final List<Quotation> quotations;

  private AttributionReader(List<Words> sentences) {
    this.sentences = sentences;
    for (Words words : sentences) {
      reports.add(ReportFinder.find(words));
    }
    this.quotations = QuoteReader.read(sentences, reports);
    name();
  }

  static AttributionReader over(List<Words> sentences) {
    return new AttributionReader(sentences);
  }

  private void name() {
    Speakers speakers = new Speakers();
    for (Words words : sentences) {
      for (Report report : reports.get(words.index)) {
        if (report.holds()) {
          Holder holder = speakers.name(report);
          holders.put(report, holder);
          speakers.remember(report, holder);
        }
      }
      int subject = words.tree.find(words.tree.root(), "nsubj");
      if (subject >= 0) {
        speakers.mention(words, subject);
      }
    }
  }

  /** The chain of a predicate, outermost first; empty where it is the publisher's own word. */
  List<Holder> read(Predicate p) {
    List<Report> inner = above(p.words, p.token);
    quotation(p).flatMap(Quotation::report).ifPresent(report -> {
      if (!inner.contains(report)) {
        inner.add(report);
        inner.addAll(above(report.words(), report.cue()));
      }
    });
    List<Holder> chain = distinct(inner);
    Collections.reverse(chain);
    return chain;
  }

  /** The quotation that a predicate stands in, if it stands in one. */
  Optional<Quotation> quotation(Predicate p) {
    Span span = p.words.tree.span(p.token);
    return quotations.stream().filter(q -> q.holds(span)).findFirst();
  }

  /** What is reported of a word or of a word above it, by those who hold it, innermost first. */
  private List<Report> above(Words words, int token) {
    List<Report> inner = new ArrayList<>();
    SyntaxTree tree = words.tree;
    List<Report> own = reports.get(words.index).stream().filter(Report::holds).toList();
    if (own.isEmpty()) {
      return inner;
    }
    for (int at = token; at >= 0; at = tree.head(at)) {
      int content = at;
      own.stream()
          .filter(r -> r.contents().contains(content) && !isApart(tree, token, r, content))
          .sorted(Comparator.comparing((Report r) -> r.kind() != Report.Kind.CITATION).thenComparing(r -> distance(tree, r, content)))
          .forEach(inner::add);
    }
    return inner;
  }

  /** Whether a word stands with those who speak, not in what they say. */
  private static boolean isApart(SyntaxTree tree, int token, Report report, int content) {
    boolean cue = tree.under(token, report.cue()) && !tree.under(content, report.cue());
    return cue || tree.under(token, report.source()) && !tree.under(content, report.source());
  }

  private static int distance(SyntaxTree tree, Report report, int content) {
    return Math.abs(tree.start(report.cue()) - tree.start(content));
  }

  private List<Holder> distinct(List<Report> inner) {
    List<Holder> distinct = new ArrayList<>();
    for (Report report : inner) {
      Holder holder = holders.get(report);
      if (holder != null && distinct.stream().noneMatch(h -> h.key().equals(holder.key()))) {
        distinct.add(holder);
      }
    }
    return distinct;
  }

  /** Everything that is reported in the article, in the order of the cues. */
  List<Reported> list() {
    Map<Report, Span> quoted = new HashMap<>();
    for (Quotation quotation : quotations) {
      quotation.report().ifPresent(r -> quoted.merge(r, quotation.span(), Span::cover));
    }
    List<Reported> list = new ArrayList<>();
    for (List<Report> sentence : reports) {
      for (Report report : sentence) {
        Span quote = quoted.get(report);
        if ((quote != null || !report.isOpen()) && !isNameless(report) && isTold(report)) {
          list.add(reported(report, quote));
        }
      }
    }
    return list;
  }

  private static Reported reported(Report report, @Nullable Span quote) {
    Optional<Span> own = report.isOpen() ? Optional.empty() : Optional.of(report.content());
    Span content = quote == null ? own.orElseThrow() : own.map(quote::cover).orElse(quote);
    Reported.Kind kind = report.holds() ? Reported.Kind.STATEMENT : Reported.Kind.ATTITUDE;
    return new Reported(Wording.span(report.words(), report.source()), report.cueSpan(), content, kind);
  }

  /** "reports of a raid": the noun itself holds it, nobody is named. */
  private static boolean isNameless(Report report) {
    return report.cueSpan().equals(report.words().tree.span(report.source()));
  }

  /** Whether it was really said: not what may, or is yet to be, said, nor an attitude inside what another says. */
  private boolean isTold(Report report) {
    SyntaxTree tree = report.words().tree;
    int cue = report.cue();
    for (int d : tree.dependents(cue)) {
      boolean infinitive = tree.is(d, "mark") && tree.form(d).equals("to");
      boolean modal = tree.is(d, "aux") && tree.xpos(d).equals("MD");
      if (infinitive || modal) {
        return false;
      }
    }
    if (report.holds()) {
      return true;
    }
    boolean quoted = quotations.stream().anyMatch(q -> q.holds(report.cueSpan()));
    return !quoted && above(report.words(), cue).isEmpty();
  }
}
