package org.zhiheng.server.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// A provider of identities on this machine: discovery, keys, and the token endpoint, which takes a
/// code once, from the client it knows, with the verifier of its challenge. Where a browser would
/// sign in, a test says what the ID token shall hold.
final class FakeProvider implements AutoCloseable {

  static final String CLIENT = "zhiheng";
  static final String SECRET = "a secret: of 测试";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair key = newKey();
  private final Map<String, Issue> issues = new ConcurrentHashMap<>();

  private record Issue(String challenge, String redirect, String idToken) {}

  FakeProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  GuardSettings.OidcSettings settings() {
    return new GuardSettings.OidcSettings(issuer(), CLIENT, SECRET, false);
  }

  /// What a browser brings to the provider.
  record Asked(Map<String, String> parameters) {
    static Asked of(String location) {
      return new Asked(pairs(URI.create(location).getRawQuery()));
    }

    String get(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  /// The claims of an honest ID token.
  Map<String, Object> claims(Asked asked, String subject, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer());
    claims.put("sub", subject);
    claims.put("aud", CLIENT);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 300);
    claims.put("nonce", asked.get("nonce"));
    return claims;
  }

  /// Signs in at the provider; gives the way back.
  String back(Asked asked, Map<String, Object> claims) {
    return back(asked, claims, key);
  }

  /// The same, signed with another's key.
  String back(Asked asked, Map<String, Object> claims, KeyPair signer) {
    String code = "code-" + issues.size();
    issues.put(
        code,
        new Issue(asked.get("code_challenge"), asked.get("redirect_uri"), signed(claims, signer)));
    return Provider.RETURN + "?code=" + code + "&state=" + asked.get("state").replace("=", "%3D");
  }

  static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String signed(Map<String, Object> claims, KeyPair signer) {
    String head = "{\"alg\":\"RS256\",\"kid\":\"one\"}";
    String both =
        encoded(head.getBytes(StandardCharsets.UTF_8))
            + "."
            + encoded(JSON.writeValueAsBytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signer.getPrivate());
      signature.update(both.getBytes(StandardCharsets.US_ASCII));
      return both + "." + encoded(signature.sign());
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void discovery(HttpExchange exchange) throws IOException {
    send(
        exchange,
        200,
        Map.of(
            "issuer",
            issuer(),
            "authorization_endpoint",
            issuer() + "/authorize",
            "token_endpoint",
            issuer() + "/token",
            "jwks_uri",
            issuer() + "/keys",
            "response_types_supported",
            new String[] {"code"},
            "subject_types_supported",
            new String[] {"public"},
            "id_token_signing_alg_values_supported",
            new String[] {"RS256"}));
  }

  private void keys(HttpExchange exchange) throws IOException {
    RSAPublicKey open = (RSAPublicKey) key.getPublic();
    Map<String, String> one =
        Map.of(
            "kty", "RSA",
            "kid", "one",
            "use", "sig",
            "alg", "RS256",
            "n", encoded(unsigned(open.getModulus())),
            "e", encoded(unsigned(open.getPublicExponent())));
    send(exchange, 200, Map.of("keys", new Object[] {one}));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Issue issue = issues.remove(form.getOrDefault("code", ""));
    if (issue == null
        || !issue.redirect().equals(form.get("redirect_uri"))
        || !issue.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))
        || !known(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    send(
        exchange,
        200,
        Map.of(
            "access_token",
            "unused",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            issue.idToken()));
  }

  /// RFC 6749, section 2.3.1: both halves are form-encoded before they are joined.
  private static boolean known(String authorization) {
    String pair =
        java.net.URLEncoder.encode(CLIENT, StandardCharsets.UTF_8)
            + ":"
            + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return basic.equals(authorization);
  }

  private static String challenge(String verifier) {
    try {
      return encoded(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encoded(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      pairs.put(
          URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return pairs;
  }

  private static void send(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
