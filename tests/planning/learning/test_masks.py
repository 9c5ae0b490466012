"""Days of a log on which the scale shows water, or that begin another life."""

from people_who_log import MAN, log_of

from fuelcalc.planning.learning.learn import learn


def test_a_mask_takes_weight_off_some_mornings():
    """Two kilograms of water while loading move the answer less than when nobody says so."""

    def loaded(mask):
        changes = {f"d{n}": {"mass_kg": 85.0, "mask": mask} for n in range(28, 33)}
        return learn(MAN, log_of(**changes)).life.daily_life_pal

    plain = learn(MAN, log_of()).life.daily_life_pal
    assert abs(loaded("loading") - plain) < 0.7 * abs(loaded(None) - plain)


def test_a_loading_day_covers_the_three_after_it():
    """Its water stands on the scale on the mornings that follow, and not on those before."""
    heavy = {f"d{n}": {"mass_kg": 85.0} for n in range(29, 32)}
    plain, untold = learn(MAN, log_of()), learn(MAN, log_of(**heavy))
    told = learn(MAN, log_of(**heavy, d28={"mask": "loading"}))
    late = learn(MAN, log_of(**heavy, d33={"mask": "loading"}))

    def moved(learned):
        return abs(learned.life.daily_life_pal - plain.life.daily_life_pal)

    assert moved(told) < 0.8 * moved(untold)
    assert moved(late) > 0.8 * moved(untold)


def test_creatine_counts_from_its_first_day():
    """A kilogram of water that stays is hardly taken for tissue, however often it is noted."""

    def taken(n_marked):
        changes = {
            f"d{n}": {"mass_kg": 84.2, "mask": "creatine" if n - 28 < n_marked else None}
            for n in range(28, 42)
        }
        return learn(MAN, log_of(**changes)).expenditure_kcal

    plain = learn(MAN, log_of()).expenditure_kcal
    assert abs(taken(1) - plain) < 0.4 * abs(taken(0) - plain)
    assert taken(14) == taken(1)


def test_another_balance_is_no_expenditure():
    """Half a kilogram of water in its first days moves the answer less where it is announced."""

    def begun(mask):
        changes = {
            f"d{n}": {"mass_kg": 83.5, "mask": mask if n == 30 else None} for n in range(30, 37)
        }
        return learn(MAN, log_of(37, **changes)).expenditure_kcal

    plain = learn(MAN, log_of(37)).expenditure_kcal
    assert abs(begun("new-balance") - plain) < 0.7 * abs(begun(None) - plain)


def test_a_new_job_widens_what_is_known():
    """From that day on daily life may be another."""
    told = learn(MAN, log_of(56, d50={"mask": "new-job"}))
    assert told.life.daily_life_sd > learn(MAN, log_of(56)).life.daily_life_sd
