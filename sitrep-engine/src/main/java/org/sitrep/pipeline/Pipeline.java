package org.sitrep.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.sitrep.annotation.Annotator;
import org.sitrep.assessment.Assessment;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Dropped;
import org.sitrep.coding.Coder;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.LedgerChange;
import org.sitrep.event.Ruling;
import org.sitrep.flow.Issue;
import org.sitrep.fusion.Fusion;
import org.sitrep.fusion.Known;
import org.sitrep.fusion.Update;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.page.Article;
import org.sitrep.page.Capture;
import org.sitrep.page.Page;
import org.sitrep.resolution.Resolver;
import org.sitrep.segmentation.Segmenter;

/**
 * The stages in their order. {@link #claims} is the map side, one capture at a time; what it gives for a
 * capture depends on nothing else. {@link #events} is the reduce side; the order of claims does not matter. Immutable and thread-safe: the command line, the server and clusters call
 * the same two methods.
 */
public final class Pipeline {

  private final Segmenter segmenter;
  private final Annotator annotator;
  private final Resolver resolver;
  private final Coder coder;
  private final Fusion fusion;
  private final Assessment assessment;
  private final Supplier<String> basis;

  private Pipeline(Knowledge knowledge, English english) {
    this.segmenter = new Segmenter(knowledge);
    this.annotator = new Annotator(knowledge, english);
    this.resolver = new Resolver(knowledge);
    this.coder = new Coder(knowledge);
    this.fusion = new Fusion(knowledge);
    this.assessment = new Assessment(knowledge);
    this.basis = knowledge::digest;
  }

  private Pipeline(Pipeline other, List<Ruling> rulings) {
    this.segmenter = other.segmenter;
    this.annotator = other.annotator;
    this.resolver = other.resolver;
    this.coder = other.coder;
    this.fusion = other.fusion.ruledBy(rulings);
    this.assessment = other.assessment;
    Map<String, Ruling> pairs = Ruling.standing(rulings, Ruling.Subject.PAIR);
    String ruled = pairs.values().stream().map(r -> r.id() + r.value()).sorted().collect(Collectors.joining(" "));
    this.basis = () -> other.basis.get() + (ruled.isEmpty() ? "" : ":" + ruled);
  }

  /** The same, in which events obey what people ruled on pairs of claims. */
  public Pipeline ruledBy(List<Ruling> rulings) {
    return new Pipeline(this, rulings);
  }

  /** The pipeline with what {@code knowledge} knows and the analyser {@code english}. */
  public static Pipeline of(Knowledge knowledge, English english) {
    return new Pipeline(knowledge, english);
  }

  /** Takes a capture apart and codes its article; comments go no further than the page. */
  public Coded claims(Capture capture) {
    Page page = segmenter.apply(capture);
    AnnotatedArticle annotated = annotator.apply(page.article());
    ResolvedArticle resolved = resolver.apply(annotated);
    List<Claim> claims = coder.apply(resolved);
    List<Issue> issues = new ArrayList<>(page.issues());
    issues.addAll(annotated.issues());
    issues.addAll(resolved.issues());
    issues.addAll(Fusion.issues(claims));
    return new Coded(page, resolved, claims, issues);
  }

  /** Codes a bare text; what it gives belongs to whoever handed the text in, and is kept nowhere. */
  public CodedText text(Article text) {
    ResolvedArticle resolved = resolver.apply(annotator.apply(text));
    return new CodedText(resolved, coder.apply(resolved));
  }

  /** Takes a capture apart and finds all that its article reports on the word of others, claims or not. */
  public Heard reported(Capture capture) {
    Page page = segmenter.apply(capture);
    return new Heard(page, coder.reported(resolver.apply(annotator.apply(page.article()))));
  }

  /** The same for what is coded already. */
  public Heard reported(Coded coded) {
    return new Heard(coded.page(), coder.reported(coded.resolved()));
  }

  /** What coding looked at in the article and left out, and why, in the order of the text. */
  public List<Dropped> dropped(Coded coded) {
    return coder.dropped(coded.resolved());
  }

  /** The stage that says who holds what, for questions on other days and on the word of some. */
  public Assessment assessment() {
    return assessment;
  }

  /** Joins claims of any number of captures into events, so that {@link #events(List, Set, Known)} can go on later. */
  public Update events(List<Claim> claims) {
    return fusion.all(claims);
  }

  /** What claims that came or went make of the events; see {@link Fusion#update}. */
  public Update events(List<Claim> added, Set<String> removed, Known known) {
    return fusion.update(added, removed, known);
  }

  /** The keys under which the claims of one document are filed, for updates of events and of the ledger. */
  public Map<String, long[]> keys(List<Claim> ofOneDocument) {
    Map<String, long[]> keys = new LinkedHashMap<>(fusion.keys(ofOneDocument));
    assessment.keys(ofOneDocument).forEach((claim, more) -> keys.merge(claim, more, Pipeline::both));
    return keys;
  }

  private static long[] both(long[] one, long[] two) {
    return LongStream.concat(LongStream.of(one), LongStream.of(two)).toArray();
  }

  /** Who is said to hold what. */
  public ControlLedger ledger(List<Claim> claims) {
    return assessment.apply(claims);
  }

  /** What claims that came or went change in the ledger; see {@link Assessment#change}. */
  public LedgerChange ledger(List<Claim> added, List<Claim> removed, Known known) {
    return assessment.change(added, removed, known::documentsUnder);
  }

  /** A digest of all that events and the ledger depend on beside claims: knowledge, and the methods. */
  public String basis() {
    return Fusion.METHOD + "." + Assessment.METHOD + ":" + basis.get();
  }
}
