package org.zhiheng.ledger.bundle;

import java.util.List;

/// A bundle as it was read: its form is right, and nothing in it was judged yet.
///
/// @param parts what it is made of
/// @param files what is there of the files, in the order of the statement
record Bundle(BundleParts parts, List<Member> files) {

  Bundle {
    files = List.copyOf(files);
  }
}
