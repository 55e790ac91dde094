#!/usr/bin/python3
"""Uses the evidence page in headless Chromium as a reader would: page.py PROGRAM [SCREENSHOTS]

Search, a click on a line, the quote in its paragraph, filters, time, keyboard, print, and names that try to be
markup. With a folder for screenshots it leaves pictures there. 77: Chromium or Selenium is not there.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

try:
    from selenium import webdriver
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import WebDriverWait
except ImportError:
    print("skipped: python3-selenium is not there")
    sys.exit(77)

PROGRAM = os.path.abspath(sys.argv[1])
PICTURES = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
ROOT = pathlib.Path(__file__).resolve().parents[2]
HOSTILE = """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/> .
:evil rdfs:label "</script><script>window.hit=1</script><img src=x onerror=window.hit=2>" ;
  :note "\\u2028 ]]> <!-- <svg onload=window.hit=3> ' \\" &quot;" ; :knows <javascript:window.hit=4> .
<javascript:window.hit=4> rdfs:label "\\u202Etfel" ; :knows :evil .
"""

# A point of a line that no text and no other line covers.
FREE_POINT = """
const path = arguments[0].querySelector('.line');
for (let part = 0.1; part < 0.95; part += 0.05) {
  const at = path.getPointAtLength(path.getTotalLength() * part).matrixTransform(path.getScreenCTM());
  const there = document.elementFromPoint(Math.round(at.x), Math.round(at.y));
  if (there && there.closest('[data-g]') === arguments[0]) return [at.x, at.y];
}
return null;
"""


def started(width=1400, height=860, **media):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(service=webdriver.chrome.service.Service(shutil.which("chromedriver")), options=options)
    resize(browser, width, height)
    features = [{"name": f"prefers-{name.replace('_', '-')}", "value": value} for name, value in media.items()]
    features.append({"name": "prefers-reduced-motion", "value": "reduce"})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    return browser


def resize(browser, width, height):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


class EvidencePage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        subprocess.run([PROGRAM, "build", "-q", ROOT / "data/south-caucasus/graph.yaml", "-o", folder], check=True)
        cls.page = (folder / "graph.html").as_uri()
        (folder / "hostile.ttl").write_text(HOSTILE, encoding="utf-8")
        subprocess.run([PROGRAM, "convert", folder / "hostile.ttl", "-o", folder / "hostile.html"], check=True,
                       capture_output=True)
        cls.hostile = (folder / "hostile.html").as_uri()
        subprocess.run([PROGRAM, "convert", ROOT / "tests/golden/cli/graph-of-networkx/talks.graphml", "-q", "-o",
                        folder / "foreign.html"], check=True)
        cls.foreign = (folder / "foreign.html").as_uri()
        cls.browser = started()

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        cls.folder.cleanup()

    def setUp(self):
        resize(self.browser, 1400, 860)
        self.browser.get("about:blank")
        self.browser.get(self.page)

    def tearDown(self):
        messages = [entry["message"] for entry in self.browser.get_log("browser")]
        self.assertEqual(messages, [], "the browser's console is empty")

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def run_script(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def wait(self, condition):
        WebDriverWait(self.browser, 10).until(lambda _: condition())

    def search(self, words):
        box = self.find("#search")
        box.clear()
        box.send_keys(words)
        self.wait(lambda: self.find("#found").is_displayed())
        return [item.text for item in self.all("#found [role=option]")]

    def node(self, label):
        return next(one for one in self.all(".node") if one.get_attribute("aria-label").startswith(label + ","))

    def photograph(self, name):
        if PICTURES:
            PICTURES.mkdir(parents=True, exist_ok=True)
            time.sleep(0.3)
            self.browser.save_screenshot(str(PICTURES / f"{name}.png"))

    def slide(self, selector, value):
        self.run_script("const e = document.querySelector(arguments[0]); e.value = arguments[1];"
                        "e.dispatchEvent(new Event('input', {bubbles: true}));", selector, value)

    def count(self):
        return self.find("#count").text

    def test_search_finds_nodes_facts_and_quotes(self):
        self.assertTrue(self.search("blinken")[0].startswith("Antony Blinken"))
        self.assertTrue(any("On his way into the room" in text for text in self.search("praised ROOM")))
        self.search("blinken")
        self.find("#search").send_keys(Keys.ENTER)
        self.assertEqual(self.find("#panel h2").text, "Antony Blinken")
        self.assertIn("on", self.node("Antony Blinken").get_attribute("class").split())
        self.assertTrue(self.browser.current_url.endswith("#antony-blinken"))
        self.photograph("node")

    def test_search_without_a_result_says_so(self):
        self.assertEqual(self.search("zzzz"), [])
        self.assertEqual(self.find("#found").text, "Nothing found")
        self.assertEqual(self.find("#status").get_attribute("textContent"), "0 nodes, 0 facts found")

    def test_a_click_on_a_line_shows_its_facts_with_quotes_in_their_paragraph(self):
        line = next(one for one in self.all(".edge") if one.get_attribute("aria-label").startswith("Turkey – Azerbaijan"))
        at = self.run_script(FREE_POINT, line)
        self.assertIsNotNone(at, "some part of the line can be clicked")
        actions = webdriver.ActionChains(self.browser)
        actions.w3c_actions.pointer_action.move_to_location(round(at[0]), round(at[1]))
        actions.click().perform()
        self.assertEqual(self.find("#panel h2").text, "Turkey – Azerbaijan")
        self.assertEqual([one.text for one in self.all("#panel mark")], ["Turkey backs Azerbaijan"])
        passage = self.find("#panel blockquote").text
        self.assertGreater(len(passage), len("Turkey backs Azerbaijan") + 20)
        source = (ROOT / "data/south-caucasus/brief.txt").read_text(encoding="utf-8")
        self.assertIn(" ".join(passage.strip("… ").split()), " ".join(source.split()))
        self.assertIn("Talks in Washington", self.find("#panel figcaption").text)
        self.photograph("line")

    def test_filters_hide_and_say_how_many_are_left(self):
        whole = self.count()
        person = next(one for one in self.all("#filters label") if one.text.startswith("person"))
        person.click()
        self.assertRegex(self.count(), r"^\d+ of 37 nodes, \d+ of 92 facts$")
        self.assertFalse(self.node("Antony Blinken").is_displayed())
        self.assertTrue(self.node("Armenia").is_displayed())
        person.click()
        self.assertEqual(self.count(), whole)
        relations = self.find("button[aria-label='Relations: none']")
        relations.click()
        self.assertIn("0 of 92 facts", self.count())
        backs = next(one for one in self.all("#filters label") if one.text.startswith("backs"))
        backs.click()
        self.assertIn("2 of 92 facts", self.count())
        self.assertEqual(len([one for one in self.all(".edge") if one.is_displayed()]), 2)
        self.photograph("filtered")

    def test_what_is_filtered_away_holds_neither_focus_nor_selection(self):
        hidden = self.find(".node[tabindex='0']").get_attribute("aria-label").split(", ")[1]
        next(one for one in self.all("#filters label") if one.text.startswith(hidden)).click()
        stop = self.all("#drawing [tabindex='0']")
        self.assertEqual(len(stop), 1)
        self.assertTrue(stop[0].is_displayed())
        self.search("armenia")
        self.find("#search").send_keys(Keys.ENTER)
        self.assertEqual(self.find("#panel h2").text, "Armenia")
        near = len(self.all(".node.near"))
        for one in self.all("#filters label"):
            if one.text.startswith(("accused", "met with", "fought a war")):
                one.click()
        self.assertEqual(self.find("#panel h2").text, "Armenia")
        self.assertLess(len(self.all(".node.near")), near)
        self.assertRegex(self.find("#panel .sub").text, r"\d+ of \d+ facts")

    def test_page_keys_reach_every_node(self):
        first = self.find(".node[tabindex='0']")
        self.run_script("arguments[0].focus()", first)
        reached = set()
        for _ in self.all(".node"):
            active = self.browser.switch_to.active_element
            reached.add(active.get_attribute("data-n"))
            active.send_keys(Keys.PAGE_DOWN)
        self.assertEqual(len(reached), len(self.all(".node")))
        self.assertEqual(self.browser.switch_to.active_element, first)

    def test_focus_stays_where_more_facts_come(self):
        cards = len(self.all("#panel .fact"))
        self.find("#panel .more").send_keys(Keys.ENTER)
        active = self.browser.switch_to.active_element
        card = self.run_script("return arguments[0].closest('article')", active)
        self.assertEqual(card, self.all("#panel .fact")[cards])

    def test_confidence_filters(self):
        self.slide("#confidence", 1)
        self.assertRegex(self.count(), r"\d+ of 92 facts")

    def test_time_slider_keeps_what_holds_then(self):
        last = int(self.find("#time-to").get_attribute("max"))
        self.find("#timeless").click()
        self.slide("#time-to", 3)
        self.assertRegex(self.find("#times output").text, r"^\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d$")
        until = self.find("#time-to").get_attribute("aria-valuetext")
        self.assertLess(until, "2022")
        self.assertFalse(any("7 Nov 2022" in one.text for one in self.all("#panel .meta")))
        self.assertTrue(self.all("#panel .fact"))
        self.photograph("past")
        self.slide("#time-to", last)
        self.slide("#time-from", last - 1)
        self.assertTrue(any("2022" in one.text for one in self.all("#panel .meta")))
        self.find("#time-from").send_keys(Keys.HOME)
        self.assertEqual(self.find("#times output").text, "all times")

    def test_keyboard_goes_through_the_drawing(self):
        self.find("body").send_keys("/")
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("id"), "search")
        first = self.find(".node[tabindex='0']")
        self.run_script("arguments[0].focus()", first)
        active = self.browser.switch_to.active_element
        for key in (Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_LEFT, Keys.ARROW_UP):
            active.send_keys(key)
            active = self.browser.switch_to.active_element
            self.assertIn("node", active.get_attribute("class").split())
        self.assertEqual(len(self.all("#drawing [tabindex='0']")), 1)
        name = active.get_attribute("aria-label").split(",")[0]
        active.send_keys(Keys.ENTER)
        self.assertEqual(self.find("#panel h2").text, name)
        self.assertIn(name, self.find("#status").get_attribute("textContent"))
        active.send_keys("e")
        line = self.browser.switch_to.active_element
        self.assertIn("edge", line.get_attribute("class").split())
        line.send_keys(Keys.ENTER)
        self.assertIn(" – ", self.find("#panel h2").text)
        line.send_keys(Keys.ESCAPE)
        self.assertEqual(self.find("#panel h2").text, "Facts")

    def test_everything_that_can_be_used_has_a_name_and_a_role(self):
        tree = self.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        usable = {"button", "checkbox", "slider", "searchbox", "combobox", "link", "option"}
        nameless = [node for node in tree if not node.get("ignored") and node["role"]["value"] in usable
                    and not node.get("name", {}).get("value")]
        self.assertEqual(nameless, [])
        roles = {node["role"]["value"] for node in tree if not node.get("ignored")}
        self.assertLessEqual({"main", "complementary", "banner", "search", "form", "status", "heading"}, roles)

    def test_zoom_and_pan_move_the_view(self):
        def box():
            words = self.run_script("return document.getElementById('drawing').getAttribute('viewBox')")
            return [float(one) for one in words.split()]

        home = box()
        self.find("#zoom-in").click()
        self.assertAlmostEqual(box()[2], home[2] * 0.8, places=3)
        drag = webdriver.ActionChains(self.browser)
        drag.w3c_actions.pointer_action.move_to_location(300, 700)
        drag.click_and_hold().move_by_offset(80, -30).release().perform()
        self.assertLess(box()[0], home[0] + home[2] * 0.1)
        self.find("#zoom-fit").click()
        self.assertEqual(box(), home)

    def test_an_address_with_a_fact_opens_it(self):
        fact = self.find("#panel .fact").get_attribute("data-fact")
        self.browser.get("about:blank")
        self.browser.get(f"{self.page}#{fact}")
        self.assertEqual(self.find("#panel .fact.found").get_attribute("data-fact"), fact)
        self.run_script("location.hash = 'armenia'")
        self.wait(lambda: self.find("#panel h2").text == "Armenia")

    def test_print_holds_every_fact_and_no_controls(self):
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.run_script("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(len(self.all("#paper .fact")), 92)
        self.assertIn("person", self.find("#paper .key").text)
        self.assertFalse(self.find("#filters").is_displayed() or self.find("#panel").is_displayed())
        self.photograph("print")
        self.run_script("dispatchEvent(new Event('afterprint'))")
        self.assertEqual(self.all("#paper .fact"), [])
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [
            {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def test_dark_and_narrow(self):
        before = self.run_script("return getComputedStyle(document.body).backgroundColor")
        self.find("#theme").click()
        self.assertNotEqual(self.run_script("return getComputedStyle(document.body).backgroundColor"), before)
        self.photograph("dark")
        resize(self.browser, 400, 860)
        self.browser.refresh()
        self.assertFalse(self.find("#filters").is_displayed())
        self.find("#toggle-filters").click()
        self.assertTrue(self.find("#filters").is_displayed())
        self.assertLessEqual(self.run_script("return document.documentElement.scrollWidth"), 400)
        self.assertFalse(self.run_script("const f = document.getElementById('filters'); return f.scrollWidth > f.clientWidth"))
        self.find("#toggle-filters").click()
        self.photograph("narrow")

    def test_names_stay_text(self):
        self.browser.get(self.hostile)
        self.assertEqual(len(self.all("#panel .fact")), 2)
        self.search("script")
        self.find("#search").send_keys(Keys.ENTER)
        self.assertIn("<script>window.hit=1</script>", self.find("#panel h2").text)
        self.assertIsNone(self.run_script("return window.hit || null"))
        self.assertEqual(self.all("img, a[href^='javascript']"), [])

    def test_a_graph_file_shows_what_it_says_of_nodes_and_edges(self):
        self.browser.get(self.foreign)
        facts = [one.text.split("\n") for one in self.all("#panel .fact")]
        self.assertEqual([lines[0] for lines in facts], ["Ada Lovelace visited Baku", "Baku → Ada Lovelace"])
        self.assertEqual([one.text for one in self.all("#panel .fact:first-of-type dl > *")],
                         ["time", "in spring", "weight", "2.5"])
        self.assertIn("no label", self.find("#filters").text)
        self.assertEqual(self.search("spring"), ["Ada Lovelace visited Baku"])
        self.node("Ada Lovelace").click()
        self.assertEqual([one.text for one in self.all("#panel > dl > *")], ["weight", "3"])
        self.photograph("foreign")

    def test_nothing_is_fetched(self):
        self.browser.get_log("performance")
        self.browser.refresh()
        self.search("armenia")
        asked = [entry["message"] for entry in self.browser.get_log("performance") if "requestWillBeSent\"" in entry["message"]]
        self.assertTrue(all('"url":"file:' in one for one in asked), asked)


if __name__ == "__main__":
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        print("skipped: chromium or chromedriver is not there")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0]])
