package org.sitrep.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that people see who have shown no token: a form without any script. Thread-safe. */
final class SignIn {

  private static final String PATH = "/sign-in";
  private static final Set<String> PATHS = Set.of(PATH, "/");
  private static final String OPEN = "open";
  private static final String FIELD = "token=";
  private static final String SAID = "<!--said-->";
  private static final int MOST_BYTES = 4096;
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private final String page;
  private final String policy;

  SignIn() {
    page = Assets.text("sign-in.html");
    Matcher style = STYLE.matcher(page);
    String digest = style.find() ? Guard.digest(style.group(1)) : "'none'";
    policy = "default-src 'none'; style-src " + digest + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  /**
   * Whether this is the address of the form, or what it sends. It sends to the address at which it is shown: what stands behind the
   * hash there, which servers never see, stands there still when the browser is led on.
   */
  static boolean serves(ServerRequest request) {
    Method method = request.prologue().method();
    String path = request.path().rawPath();
    return path.equals(PATH) && method.equals(Method.GET) || PATHS.contains(path) && method.equals(Method.POST);
  }

  /** Whether somebody who came by a link from elsewhere, with which browsers send no cookie, goes on from the form. */
  static boolean isGoingOn(ServerRequest request) {
    return request.prologue().method().equals(Method.GET) && PATHS.contains(request.path().rawPath()) && request.query().contains(OPEN);
  }

  /** Whether a person asks, who is better answered by a page than by JSON. */
  static boolean isWanted(ServerRequest request) {
    return request.prologue().method().equals(Method.GET)
        && !request.path().rawPath().startsWith("/api/")
        && request.headers().value(HeaderNames.ACCEPT).filter(types -> types.contains("text/html")).isPresent();
  }

  /** The token that the form sends; empty where there is none. */
  static String token(ServerRequest request) {
    if (!request.content().hasEntity() || request.headers().contentLength().orElse(MOST_BYTES + 1) > MOST_BYTES) {
      return "";
    }
    String sent = new String(request.content().as(byte[].class), StandardCharsets.UTF_8);
    return Arrays.stream(sent.split("&"))
        .filter(part -> part.startsWith(FIELD))
        .findFirst()
        .map(part -> URLDecoder.decode(part.substring(FIELD.length()), StandardCharsets.UTF_8).strip())
        .orElse("");
  }

  /** Shows the form, with a word on what was wrong. */
  void send(ServerResponse response, Status status, String said) {
    response.status(status).header("Content-Type", "text/html; charset=utf-8");
    response.header("Content-Security-Policy", policy);
    response.header("Referrer-Policy", "same-origin"); // without it browsers do not say where the form is from
    response.header("Cache-Control", "no-store");
    response.send(page.replace(SAID, said.isEmpty() ? "" : "<p role=\"alert\">" + said + "</p>").getBytes(StandardCharsets.UTF_8));
  }
}
