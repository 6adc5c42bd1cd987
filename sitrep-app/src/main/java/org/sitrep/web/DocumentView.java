package org.sitrep.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Block;
import org.sitrep.store.StoredDocument;
import org.sitrep.text.Span;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document for its page: blocks cut into pieces, each with the claims whose evidence covers it. */
final class DocumentView {

  private DocumentView() {}

  static ObjectNode head(StoredDocument.Head head) {
    ObjectNode out = Exchange.object().put("doc", head.doc()).put("digest", head.digest());
    head.url().ifPresent(v -> out.put("url", v));
    head.publisher().ifPresent(v -> out.put("publisher", v));
    head.published().ifPresent(v -> out.put("published", v.toString()));
    head.headline().ifPresent(v -> out.put("headline", v));
    return out.put("claims", head.claims()).put("comments", head.comments());
  }

  static ObjectNode of(StoredDocument document, List<Claim> claims, Map<String, String> events) {
    ObjectNode out = Exchange.object();
    ObjectNode head = head(document.head());
    document.head().author().ifPresent(a -> head.put("author", a));
    document.head().modified().ifPresent(m -> head.put("modified", m.toString()));
    out.set("head", head);
    ArrayNode blocks = out.putArray("blocks");
    for (StoredDocument.StoredBlock block : document.blocks()) {
      if (block.kind() != Block.Kind.COMMENT) {
        ObjectNode one = blocks.addObject().put("kind", Exchange.name(block.kind()));
        pieces(one.putArray("pieces"), block, claims);
      }
    }
    ArrayNode cards = out.putArray("claims");
    for (Claim claim : claims) {
      cards.add(
          Exchange.claim(claim, events.get(claim.id())).put("notation", Notation.of(claim)));
    }
    comments(out.putArray("comments"), document);
    return out;
  }

  /** Readers are numbered as they come: even the hashes of their names stay in the store. */
  private static void comments(ArrayNode comments, StoredDocument document) {
    Map<String, Integer> readers = new HashMap<>();
    for (StoredDocument.StoredComment comment : document.comments()) {
      ObjectNode one = comments.addObject().put("text", comment.text()).put("depth", comment.depth());
      comment.author().ifPresent(a -> one.put("reader", readers.computeIfAbsent(a, k -> readers.size() + 1)));
      comment.time().ifPresent(t -> one.put("time", t));
      comment.parent().ifPresent(p -> one.put("parent", p));
    }
  }

  /** Cuts a block wherever the evidence of a claim begins or ends. */
  private static void pieces(
      ArrayNode out, StoredDocument.StoredBlock block, List<Claim> claims) {
    Map<Claim, Span> marks = new LinkedHashMap<>();
    if (block.kind().isArticle()) {
      claims.forEach(claim -> find(block, claim).ifPresent(span -> marks.put(claim, span)));
    }
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, block.text().length()));
    for (Span span : marks.values()) {
      cuts.add(span.start());
      cuts.add(span.end());
    }
    List<Integer> at = new ArrayList<>(cuts);
    for (int i = 0; i + 1 < at.size(); i++) {
      Span piece = new Span(at.get(i), at.get(i + 1));
      ObjectNode one = out.addObject().put("text", piece.of(block.text()));
      List<String> covering =
          marks.entrySet().stream()
              .filter(m -> m.getValue().contains(piece))
              .map(m -> m.getKey().id())
              .toList();
      if (!covering.isEmpty()) {
        ArrayNode ids = one.putArray("claims");
        covering.forEach(ids::add);
      }
    }
  }

  /** Where a claim's evidence stands in the cleaned text of a block, if it does. */
  private static Optional<Span> find(StoredDocument.StoredBlock block, Claim claim) {
    Span evidence = claim.evidence().span();
    if (!block.span().overlaps(evidence)) {
      return Optional.empty();
    }
    if (block.span().length() == block.text().length()) {
      int start = Math.max(0, evidence.start() - block.span().start());
      int end = Math.min(block.text().length(), evidence.end() - block.span().start());
      return Optional.of(new Span(start, end));
    }
    int start = block.text().indexOf(claim.evidence().quote());
    return start < 0
        ? Optional.empty()
        : Optional.of(new Span(start, start + claim.evidence().quote().length()));
  }
}
