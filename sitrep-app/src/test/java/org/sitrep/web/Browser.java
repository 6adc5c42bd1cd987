package org.sitrep.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An installed Chromium for one test class: {@code @RegisterExtension static final Browser BROWSER = new Browser();}. The class
 * is skipped, with the reason, where there is none. A test fails when its pages asked anything of another machine, or
 * when something went wrong in them (messages of the console, scripts that broke) that was not {@link #expect expected}.
 */
final class Browser implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {

  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String AXE = "/axe.min.js";

  /** How wide and high most people's windows are. */
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;

  private final Locale locale = Locale.getDefault();
  private @Nullable Playwright playwright;
  private com.microsoft.playwright.@Nullable Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final List<String> expected = new CopyOnWriteArrayList<>();

  /** Where Chromium is: as the system property {@code sitrep.chromium} says, or on the path. */
  static Optional<Path> find() {
    String stated = System.getProperty("sitrep.chromium", "");
    if (!stated.isEmpty()) {
      return Optional.of(Path.of(stated)).filter(Files::isExecutable);
    }
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return NAMES.stream()
        .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = find();
    Assumptions.assumeTrue(chromium.isPresent(), "no Chromium is installed here (apt-get install chromium)");
    Locale.setDefault(Locale.ROOT); // Playwright puts names of options into lower case by the default locale
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
                            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost")));
  }

  /** A new window. */
  Page page() {
    return page(ColorScheme.LIGHT, WIDTH, HEIGHT);
  }

  /** A new window in a scheme of colours and a size. */
  Page page(ColorScheme scheme, int width, int height) {
    BrowserContext context =
        Objects.requireNonNull(browser)
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB")
                    .setViewportSize(width, height));
    contexts.add(context);
    context.onRequest(request -> watch(request.url()));
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> troubles.add("a script broke: " + error.error()));
    return context.newPage();
  }

  private void watch(String url) {
    URI uri = URI.create(url.startsWith("http") || url.startsWith("ws") ? url.replaceFirst("[?#].*", "") : "local:x");
    if (uri.getHost() != null && !HERE.contains(uri.getHost())) {
      troubles.add("a request leaves this machine: " + url);
    }
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error")) {
      troubles.add("in the console: " + message.text() + " (" + message.location() + ")");
    }
  }

  /** In this test, troubles with these words in them are meant to be. */
  void expect(String words) {
    expected.add(words);
  }

  /** What axe finds wrong with a page, one line for each rule. */
  static List<String> axe(Page page) {
    page.evaluate(Loaded.AXE_SCRIPT);
    Object found =
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map((v) =>
              `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.any.map((a) => a.message).join('; ')}`).join(' | ')}`)
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static final class Loaded {
    static final String AXE_SCRIPT = script();

    private static String script() {
      try (InputStream in = Browser.class.getResourceAsStream(AXE)) {
        return new String(Objects.requireNonNull(in, "the jar of axe has no " + AXE).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Closes all windows: for tests that end their server themselves, which no page is to miss. */
  void leave() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
  }

  /** Pages go before their server does, which a test may close after each of its methods. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    leave();
    List<String> left = troubles.stream().filter(t -> expected.stream().noneMatch(t::contains)).toList();
    troubles.clear();
    expected.clear();
    assertThat(left).as("what went wrong in the page").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Locale.setDefault(locale);
    if (playwright != null) {
      playwright.close();
    }
  }
}
