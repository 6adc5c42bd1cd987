package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before everything that is served: says what the page may load (nothing from anywhere else), and refuses
 * requests under a foreign host name (DNS rebinding) and writes that another site could have sent. Thread-safe.
 */
final class Guard {

  private static final Pattern INLINE = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final String policy;

  /** For a page whose import map stands in it. */
  Guard(String page) {
    policy =
        "default-src 'none'; script-src 'self'" + digests(page) + "; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  void check(ServerRequest request, ServerResponse response) {
    response.header("Content-Security-Policy", policy);
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    String host = request.authority().toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    if (!HERE.contains(host)) {
      Answers.error(response, Status.FORBIDDEN_403, "only reachable as localhost");
      return;
    }
    response.next();
  }

  /** The only script that stands in the page itself is its import map; it is allowed by its digest. */
  private static String digests(String page) {
    StringBuilder allowed = new StringBuilder();
    Matcher inline = INLINE.matcher(page);
    while (inline.find()) {
      allowed.append(" 'sha256-").append(sha256(inline.group(1))).append('\'');
    }
    return allowed.toString();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
