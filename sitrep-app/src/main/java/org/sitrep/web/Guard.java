package org.sitrep.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.web.DoorSettings.Role;

/**
 * Stands before everything that is served: says what the page may load (nothing from anywhere else), and refuses
 * requests under a foreign host name (DNS rebinding), writes that another site could have sent, what is too long or
 * comes too fast, and, where there are tokens, whoever shows none. Thread-safe.
 */
final class Guard {

  /** The largest body of a request, in bytes. */
  static final int MOST_BYTES = 16 << 20;

  /** The longest query, in characters. */
  static final int LONGEST_QUERY = 16 << 10;

  private static final Pattern INLINE = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<Method> READS = Set.of(Method.GET, Method.HEAD);
  private static final HeaderName OURS = HeaderNames.create("x-sitrep");
  private static final HeaderName SITE = HeaderNames.create("sec-fetch-site");
  private static final String BEARER = "bearer ";

  /** Under this the context of a request has the role of whoever asks, where there are tokens. */
  private static final String ROLE = "sitrep.role";

  private final String policy;
  private final DoorSettings settings;
  private final Keyring keyring;
  private final SignIn signIn = new SignIn();
  private final Pace pace = new Pace();

  /** For a page whose import map stands in it. */
  Guard(String page, DoorSettings settings) {
    this.settings = settings;
    this.keyring = new Keyring(settings.tokens());
    policy =
        "default-src 'none'; script-src 'self'" + digests(page) + "; style-src 'self'; img-src 'self' data:"
            + settings.tiles().map(t -> t instanceof Tiles.Server server ? ' ' + server.origin() : "").orElse("")
            + "; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** Why a request is refused. */
  private record Refusal(Status status, String said) {}

  void check(ServerRequest request, ServerResponse response) {
    response.header("Content-Security-Policy", policy);
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    Refusal limit = limit(request, response);
    if (limit == null && !keyring.isEmpty() && SignIn.isGoingOn(request)) {
      lead("/", response);
      return;
    }
    if (limit == null && !keyring.isEmpty() && SignIn.serves(request)) {
      signIn(request, response);
      return;
    }
    Refusal refusal = limit == null ? refusal(request, response) : limit;
    if (refusal != null && refusal.status() == Status.UNAUTHORIZED_401 && SignIn.isWanted(request)) {
      signIn.send(response, refusal.status(), "");
      return;
    }
    if (refusal != null) {
      Answers.error(response, refusal.status(), refusal.said());
      return;
    }
    Optional<String> token = request.query().first("token").asOptional().filter(t -> keyring.role(t).isPresent());
    if (token.isPresent() && request.prologue().method().equals(Method.GET)) {
      keep(token.get(), request.path().rawPath(), request, response);
      return;
    }
    response.next();
  }

  /** Somebody who has read {@link SignIn} sends a token, or wants to. */
  private void signIn(ServerRequest request, ServerResponse response) {
    if (READS.contains(request.prologue().method())) {
      signIn.send(response, Status.OK_200, "");
    } else if (isFromElsewhere(request)) {
      Answers.error(response, Status.FORBIDDEN_403, "a page of another site may not sign in here");
    } else {
      String token = SignIn.token(request);
      if (keyring.role(token).isPresent()) {
        keep(token, "/", request, response);
      } else {
        signIn.send(response, Status.UNAUTHORIZED_401, "This is none of the tokens of this page.");
      }
    }
  }

  /** Refuses whatever nobody may ask. */
  private @Nullable Refusal limit(ServerRequest request, ServerResponse response) {
    long wait = pace.wait(request.remotePeer().host());
    if (wait > 0) {
      response.header("Retry-After", Long.toString(wait));
      return new Refusal(Status.TOO_MANY_REQUESTS_429, "too many requests at once; try again in " + wait + " s");
    }
    if (settings.isLocal() && !HERE.contains(host(request.authority()))) {
      return new Refusal(Status.FORBIDDEN_403, "only reachable as localhost");
    }
    if (request.query().rawValue().length() > LONGEST_QUERY) {
      return new Refusal(
          Status.REQUEST_URI_TOO_LONG_414,
          String.format(
              Locale.ROOT, "the query has %,d characters; the limit is %,d: leave out some filters",
              request.query().rawValue().length(), LONGEST_QUERY));
    }
    if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
      return new Refusal(
          Status.REQUEST_ENTITY_TOO_LARGE_413, String.format(Locale.ROOT, "more than %,d bytes at once; send it in parts", MOST_BYTES));
    }
    return null;
  }

  private @Nullable Refusal refusal(ServerRequest request, ServerResponse response) {
    boolean read = READS.contains(request.prologue().method());
    Refusal unknown = keyring.isEmpty() ? null : unknown(request, response, read);
    return unknown != null || read ? unknown : foreign(request);
  }

  /** Refuses whoever has no token, or one that does not allow it. */
  private @Nullable Refusal unknown(ServerRequest request, ServerResponse response, boolean read) {
    Optional<Role> role = shown(request).flatMap(keyring::role);
    role.ifPresent(r -> request.context().register(ROLE, r));
    if (role.isEmpty()) {
      response.header("WWW-Authenticate", "Bearer");
      return new Refusal(
          Status.UNAUTHORIZED_401, "this page wants a token: sign in at /sign-in, or send it as Authorization: Bearer SECRET");
    }
    return read || role.get() == Role.CODER ? null : new Refusal(Status.FORBIDDEN_403, "a reader's token allows to look only; this needs a coder's");
  }

  /** What whoever asks may do; on one's own machine, everything. */
  static Role role(ServerRequest request) {
    return request.context().get(ROLE, Role.class).orElse(Role.CODER);
  }

  private static Optional<String> shown(ServerRequest request) {
    Optional<String> bearer =
        request.headers().value(HeaderNames.AUTHORIZATION)
            .filter(v -> v.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .map(v -> v.substring(BEARER.length()).strip());
    return bearer
        .or(() -> request.query().first("token").asOptional())
        .or(() -> request.headers().cookies().first(cookie(request)).asOptional());
  }

  /** Cookies do not know of ports: two pages on one machine keep their tokens apart by name. */
  private static String cookie(ServerRequest request) {
    return "sitrep-" + request.localPeer().port();
  }

  /** The browser keeps the token from now on, where no script can see it; it vanishes from the address. */
  private static void keep(String token, String next, ServerRequest request, ServerResponse response) {
    response.header("Set-Cookie", cookie(request) + '=' + token + "; HttpOnly; SameSite=Strict; Path=/");
    lead(next, response);
  }

  /** What stands behind the hash in the browser's address is kept by browsers. */
  private static void lead(String next, ServerResponse response) {
    response.header("Cache-Control", "no-store");
    response.header("Location", next);
    response.status(Status.SEE_OTHER_303).send();
  }

  private static boolean isFromElsewhere(ServerRequest request) {
    Optional<String> origin = request.headers().value(HeaderNames.ORIGIN);
    boolean same = origin.map(o -> o.replaceFirst("^https?://", "").equalsIgnoreCase(request.authority())).orElse(true);
    boolean fetched = request.headers().value(SITE).map(s -> Set.of("same-origin", "none").contains(s)).orElse(true);
    return !same || !fetched;
  }

  /** Refuses a write that a page of another site could have sent. */
  private static @Nullable Refusal foreign(ServerRequest request) {
    if (!request.prologue().method().equals(Method.POST)) {
      return new Refusal(Status.METHOD_NOT_ALLOWED_405, "only GET and POST are known here");
    }
    if (isFromElsewhere(request)) {
      return new Refusal(Status.FORBIDDEN_403, "a page of another site may not write here");
    }
    if (request.headers().value(OURS).isEmpty()) {
      return new Refusal(Status.FORBIDDEN_403, "a write needs the header x-sitrep, with any value");
    }
    boolean json =
        Optional.ofNullable(request.headers().contains(HeaderNames.CONTENT_TYPE) ? request.headers().get(HeaderNames.CONTENT_TYPE) : null)
            .map(Header::get)
            .filter(t -> t.toLowerCase(Locale.ROOT).split("\\s*;", 2)[0].equals("application/json"))
            .isPresent();
    return json ? null : new Refusal(Status.UNSUPPORTED_MEDIA_TYPE_415, "a write is JSON: send content-type application/json");
  }

  private static String host(String authority) {
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
  }

  /** The only script that stands in the page itself is its import map; it is allowed by its digest. */
  private static String digests(String page) {
    StringBuilder allowed = new StringBuilder();
    Matcher inline = INLINE.matcher(page);
    while (inline.find()) {
      allowed.append(' ').append(digest(inline.group(1)));
    }
    return allowed.toString();
  }

  /** What allows something that stands in a page itself, as policies write it. */
  static String digest(String inline) {
    return "'sha256-" + Base64.getEncoder().encodeToString(sha256(inline)) + '\'';
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Tokens, compared in a time that tells nothing of them. */
  private static final class Keyring {

    private record Key(Role role, byte[] digest) {}

    private final List<Key> keys;

    Keyring(List<DoorSettings.Token> tokens) {
      keys = tokens.stream().map(t -> new Key(t.role(), sha256(t.secret()))).toList();
    }

    boolean isEmpty() {
      return keys.isEmpty();
    }

    /** The most that a token allows; empty for one that is none. */
    Optional<Role> role(String shown) {
      byte[] digest = sha256(shown);
      Role most = null;
      for (Key key : keys) {
        boolean is = MessageDigest.isEqual(key.digest(), digest);
        if (is && (most == null || key.role() == Role.CODER)) {
          most = key.role();
        }
      }
      return Optional.ofNullable(most);
    }
  }
}
