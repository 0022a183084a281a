package org.zhiheng.links.serve;

/// A request: method, path and body. The query and the headers say nothing here. Made once and
/// handed on; neither side changes its bytes.
public final class Asked {

  private final String method;
  private final String path;
  private final byte[] body;

  /// @param path as it was sent, nothing decoded, beginning with a slash
  /// @param body whole; empty where there is none
  public Asked(String method, String path, byte[] body) {
    this.method = method;
    this.path = path;
    this.body = body;
  }

  /// In capitals: `GET`.
  public String method() {
    return method;
  }

  /// As it was sent: nothing in it is decoded or made shorter.
  public String path() {
    return path;
  }

  /// Not to be changed.
  public byte[] body() {
    return body;
  }

  /// Whether it only reads.
  public boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
