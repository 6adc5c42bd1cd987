package org.sitrep.discourse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Discussion.Repeated;
import org.sitrep.flow.Stage;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;

/**
 * Counts what readers posted below an article: posts, names, texts posted more than once. Names are equal
 * whatever their case; texts are equal whatever their case, spacing and punctuation, and are given as
 * digests, never in words. Pure and thread-safe.
 */
public final class Discourse implements Stage<Page, Discussion> {

  /** Shorter texts ("Agreed.") repeat by chance. */
  private static final int SHORTEST = 20;

  @Override
  public Discussion apply(Page page) {
    Map<String, Integer> times = new TreeMap<>();
    for (Comment comment : page.comments()) {
      String text = plain(comment.text());
      if (text.length() >= SHORTEST) {
        times.merge(digest(text), 1, Integer::sum);
      }
    }
    List<Repeated> repeated =
        times.entrySet().stream()
            .filter(e -> e.getValue() > 1)
            .map(e -> new Repeated(e.getKey(), e.getValue()))
            .toList();
    long authors =
        page.comments().stream()
            .flatMap(c -> c.author().stream())
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .count();
    return new Discussion(page.capture().doc(), page.comments().size(), (int) authors, repeated);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
