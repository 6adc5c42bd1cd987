package org.sitrep.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses, made comparable: strictly for versions of a document, loosely for what people type. */
final class Address {

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)^\\s*(?:https?://)?(?:www\\.)?([^/?#\\s]+)([^?#\\s]*)(\\?[^#\\s]*)?.*$");

  private Address() {}

  /**
   * What two spellings of one document's address share: host, path and query, without scheme, fragment, default port and
   * closing slash. A site's front page is no document's address: pages name it by mistake.
   */
  static Optional<String> key(String url) {
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      return url.isBlank() ? Optional.empty() : Optional.of(url.strip());
    }
    if (uri.getHost() == null) {
      return Optional.of(url.strip());
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
    if (path.isEmpty() && uri.getRawQuery() == null) {
      return Optional.empty();
    }
    int port = uri.getPort();
    return Optional.of(
        uri.getHost().toLowerCase(Locale.ROOT)
            + (port < 0 || port == 80 || port == 443 ? "" : ":" + port)
            + path
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
  }

  /**
   * An address as people write it: without scheme, "www.", fragment and last slash, the host in lower case. Unlike
   * {@link #key} it takes any text and keeps a port.
   */
  static String written(String url) {
    Matcher m = ADDRESS.matcher(url);
    if (!m.matches()) {
      return url.strip();
    }
    String path = m.group(2).endsWith("/") ? m.group(2).substring(0, m.group(2).length() - 1) : m.group(2);
    return m.group(1).toLowerCase(Locale.ROOT) + path + (m.group(3) == null ? "" : m.group(3));
  }
}
