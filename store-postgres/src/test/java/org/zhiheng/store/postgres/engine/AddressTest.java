package org.zhiheng.store.postgres.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:5432/zhiheng",
        "jdbc:postgresql:zhiheng",
        "jdbc:postgresql://localhost/zhiheng?user=x",
        "postgres://u:p@127.0.0.1:5433/zhiheng",
        "jdbc:postgresql://[::1]:5432/zhiheng",
        "jdbc:postgresql://db.example:5432/zhiheng?sslmode=verify-full",
        "postgres://u:p@db.example/zhiheng?sslmode=disable",
        "JDBC:POSTGRESQL://DB.EXAMPLE/ZHIHENG?sslmode=verify-full&user=x",
      })
  void readsWhatStaysHereOrSaysHowItIsGuarded(String url) {
    assertThat(Address.parse(url).found()).as(url).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example:5432/zhiheng",
        "postgres://u:p@db.example/zhiheng",
        "postgresql://u:p@10.0.0.7:5433/zhiheng?connectTimeout=5",
        "jdbc:postgresql://127.0.0.1,db.example/zhiheng",
        "jdbc:postgresql://db.example/zhiheng?sslmode=prefer",
        "jdbc:postgresql://db.example/zhiheng?SSLMODE=verify-full",
        "jdbc:postgresql://db.example/zhiheng?sslmode=disable&sslmode=prefer",
        "jdbc:postgresql://db.example/zhiheng?ssl=false&user=x",
        "jdbc:postgresql://127.0.0.1.db.example/zhiheng",
        "jdbc:postgresql://localhost.example/zhiheng?user=sslmode",
      })
  void refusesAnotherMachineOfWhichNothingIsSaid(String url) {
    assertThat(Address.parse(url).refusal().orElseThrow().code())
        .as(url)
        .isEqualTo("database-plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mysql://x/y", "postgres://", "postgres://host", "http://x/y"})
  void refusesWhatIsNoAddress(String url) {
    assertThat(Address.parse(url).refusal().orElseThrow().code()).isEqualTo("database-url");
  }
}
