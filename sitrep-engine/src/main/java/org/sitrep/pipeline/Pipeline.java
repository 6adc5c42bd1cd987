package org.sitrep.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.annotation.Annotator;
import org.sitrep.assessment.Assessment;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Dropped;
import org.sitrep.coding.Coder;
import org.sitrep.flow.Issue;
import org.sitrep.fusion.Fusion;
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

  private Pipeline(Knowledge knowledge, English english) {
    this.segmenter = new Segmenter(knowledge);
    this.annotator = new Annotator(knowledge, english);
    this.resolver = new Resolver(knowledge);
    this.coder = new Coder(knowledge);
    this.fusion = new Fusion(knowledge);
    this.assessment = new Assessment(knowledge);
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

  /** Joins claims of any number of captures into events, and draws up who holds what. */
  public Fused events(List<Claim> claims) {
    return new Fused(fusion.apply(claims), assessment.apply(claims));
  }
}
