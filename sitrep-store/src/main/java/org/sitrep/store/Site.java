package org.sitrep.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sitrep.page.Page;

/** On which site a page stands, and how its readers' names are kept: one name on two sites is two authors. */
final class Site {

  private Site() {}

  /** The host of a page; where no address is known its outlet, else the document alone. */
  static String of(Page page) {
    Optional<String> host = page.capture().url().map(Address::written).map(a -> a.split("[/?]", 2)[0]);
    return host.or(() -> page.article().publisher().map(p -> "outlet:" + p.strip().toLowerCase(Locale.ROOT)))
        .orElse("doc:" + page.capture().doc());
  }

  /**
   * The first twelve hexadecimal digits of HMAC-SHA256 of a name on a site; case, width and spaces of the name
   * don't count.
   */
  static String author(String key, String site, String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
      byte[] hash = mac.doFinal((site + '\0' + plain).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
