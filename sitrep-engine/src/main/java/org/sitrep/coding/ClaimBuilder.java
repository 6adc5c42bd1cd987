package org.sitrep.coding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Evidence;
import org.sitrep.claim.Provenance;
import org.sitrep.entity.EventType;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.knowledge.EventTypes.SubType;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.page.Article;
import org.sitrep.text.CodePoints;
import org.sitrep.text.Span;

/** Turns drafts into claims: offsets in the document as given, stable ids. */
final class ClaimBuilder {

  private final ResolvedArticle resolved;
  private final Article article;
  private final EventTypes types;
  private final CodePoints codePoints;

  ClaimBuilder(ResolvedArticle resolved, EventTypes types) {
    this.resolved = resolved;
    this.article = resolved.annotated().article();
    this.types = types;
    this.codePoints = CodePoints.of(article.aligned().original());
  }

  Claim build(Draft draft) {
    Span original = article.aligned().toOriginal(draft.evidence);
    Evidence evidence = new Evidence(original, codePoints.of(original), article.aligned().quote(draft.evidence));
    Optional<SubType> finer = SubTypes.of(draft, types);
    EventType type = finer.map(SubType::type).orElseGet(() -> types.get(draft.type));
    return new Claim(
        id(draft, original),
        article.doc(),
        article.digest(),
        article.publisher(),
        resolved.date(),
        draft.words().sentence.kind().name().toLowerCase(Locale.ROOT),
        evidence,
        type,
        finer.map(SubType::id).orElse(""),
        draft.actors,
        draft.targets,
        draft.places,
        Optional.ofNullable(draft.time),
        draft.attribution,
        draft.certainty,
        draft.casualties,
        draft.materiel,
        Optional.ofNullable(draft.distance),
        new Provenance(draft.predicate.frame.pack() + ":" + draft.predicate.frame.id(), List.copyOf(draft.rules)));
  }

  private String id(Draft draft, Span original) {
    String key =
        String.join("|", article.digest(), article.doc(), Integer.toString(original.start()), Integer.toString(original.end()),
            draft.type, Integer.toString(draft.predicate.token));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "c" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
