"""Is power shared? Measures of who decides, who brings ideas, who holds the work and who knew when.

Each measure is a pure function of what happened (`evidence.py`), the settings that were agreed
beforehand (`settings.py`) and a window of time. It answers with a `Measure`: a number under the
guards for small numbers (`guards.py`), one easy sentence, and the events it rests on, from which
alone it comes out the same. There is no measure of a person, and no score of all measures together.
"""
