package org.sitrep.pipeline;

import java.util.List;
import org.sitrep.claim.Claim;
import org.sitrep.flow.Issue;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.page.Page;

/**
 * What one capture gave.
 *
 * @param page the page taken apart
 * @param resolved the article with its mentions
 * @param claims in the order of the text
 * @param issues all that could not be read or decided on the way
 */
public record Coded(Page page, ResolvedArticle resolved, List<Claim> claims, List<Issue> issues) {

  public Coded {
    claims = List.copyOf(claims);
    issues = List.copyOf(issues);
  }
}
