package org.sitrep.pipeline;

import java.util.List;
import org.sitrep.claim.Claim;
import org.sitrep.mention.ResolvedArticle;

/**
 * What a bare text gave.
 *
 * @param resolved the text with its mentions
 * @param claims in the order of the text
 */
public record CodedText(ResolvedArticle resolved, List<Claim> claims) {

  public CodedText {
    claims = List.copyOf(claims);
  }
}
