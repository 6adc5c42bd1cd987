package org.sitrep.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the page is served.
 *
 * @param host the address it is bound to
 * @param port a free one is taken when it is 0
 * @param tokens who may do what; empty: everybody on this machine may do all
 * @param tiles what the map is drawn on; empty: the outline that comes with the page
 */
public record DoorSettings(String host, int port, List<Token> tokens, Optional<Tiles> tiles) {

  /** What a token allows. */
  public enum Role {
    /** To look. */
    READER,
    /** To look, and to read documents and rule. */
    CODER
  }

  /**
   * A secret that a user shows.
   *
   * @param role what it allows
   * @param secret at least {@value #SHORTEST} characters
   */
  public record Token(Role role, String secret) {

    /** A shorter one could be guessed. */
    public static final int SHORTEST = 16;

    public Token {
      if (secret.length() < SHORTEST || !secret.matches("[A-Za-z0-9._~+/=-]+")) {
        throw new IllegalArgumentException(
            "a token has at least " + SHORTEST + " characters, of letters, digits and . _ ~ + / = -");
      }
    }

    @Override
    public String toString() {
      return role + ":…";
    }
  }

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  public DoorSettings {
    tokens = List.copyOf(tokens);
    if (!LOOPBACK.contains(host) && tokens.isEmpty()) {
      throw new IllegalArgumentException(
          "--host " + host + " can be reached from other machines: name who may do what by --token reader:SECRET or --token coder:SECRET");
    }
  }

  /** On the outline that comes with the page. */
  public DoorSettings(String host, int port, List<Token> tokens) {
    this(host, port, tokens, Optional.empty());
  }

  /** On this machine alone, without tokens. */
  public static DoorSettings local(int port) {
    return new DoorSettings("127.0.0.1", port, List.of());
  }

  /** Whether only this machine can reach it. */
  public boolean isLocal() {
    return LOOPBACK.contains(host);
  }
}
