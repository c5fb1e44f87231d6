package org.hearsay.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feasts that follow the moon, on the days on which they were kept. */
class FeastsTest {

  @ParameterizedTest
  @CsvSource({
    "passover, 2012-04-07", "passover, 2019-04-20", "passover, 2024-04-23", "passover, 2025-04-13",
    "tishri, 2019-09-30", "tishri, 2020-09-19", "tishri, 2023-09-16", "tishri, 2025-09-23",
    "tishri+9, 2023-09-25", "hanukkah, 2016-12-25", "hanukkah, 2023-12-08", "hanukkah, 2022-12-19",
    "moon, 2012-01-23", "moon, 2015-02-19", "moon, 2017-01-28", "moon, 2020-01-25",
    "moon, 2023-01-22", "moon, 2024-02-10", "moon, 2025-01-29", "moon, 2026-02-17",
    "orthodox, 2013-05-05", "orthodox, 2021-05-02", "orthodox, 2024-05-05", "orthodox, 2025-04-20",
    "easter, 2013-03-31", "easter, 2024-03-31", "easter, 2025-04-20"
  })
  void knowsTheDay(String feast, LocalDate day) {
    assertThat(Feasts.day(feast, day.getYear())).contains(day);
  }

  /** Of these the day depends on who looks for the moon, and where. */
  @ParameterizedTest
  @CsvSource({
    "hijri-9, 2023-03-23",
    "hijri-9, 2024-03-11",
    "hijri-9, 2025-03-01",
    "hijri-10-1, 2024-04-10",
    "hijri-12-10, 2024-06-16",
    "hijri-12-10, 2025-06-06",
    "diwali, 2020-11-14",
    "diwali, 2022-10-24",
    "diwali, 2023-11-12",
    "diwali, 2025-10-20"
  })
  void knowsTheDayButForOne(String feast, LocalDate day) {
    assertThat(Feasts.day(feast, day.getYear()).orElseThrow())
        .isBetween(day.minusDays(1), day.plusDays(1));
  }
}
