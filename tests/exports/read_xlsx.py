"""Reads exported workbooks with openpyxl: every sum, mean and share of a formula is worked out again from the cells it names
and must be the value that is stored beside it. `python3 read_xlsx.py FILE.xlsx…`; exit 77 without openpyxl: skipped."""
import re
import sys

try:
    import openpyxl
except ImportError:
    print("skipped: python3-openpyxl is not installed")
    sys.exit(77)


def numbers(sheet, cells):
    return [c.value for row in sheet[cells] for c in row if isinstance(c.value, (int, float))]


def worked_out(book, sheet, formula):
    if found := re.fullmatch(r"=SUM\((\w+:\w+)\)", formula):
        return sum(numbers(sheet, found[1]))
    if found := re.fullmatch(r"=AVERAGE\((\w+:\w+)\)", formula):
        values = numbers(sheet, found[1])
        return sum(values) / len(values)
    if found := re.fullmatch(r"=100\*SUM\((\w+:\w+)\)/COUNT\(\1\)", formula):
        values = numbers(sheet, found[1])
        return 100 * sum(values) / len(values)
    if found := re.fullmatch(r"=100\*SUM\((\w+:\w+)\)/SUM\((\w+:\w+)\)", formula):
        return 100 * sum(numbers(sheet, found[1])) / sum(numbers(sheet, found[2]))
    if found := re.fullmatch(r"=(\w+)/(\w+)", formula):
        return sheet[found[1]].value / sheet[found[2]].value
    if found := re.fullmatch(r"='([^']+)'!(\w+)", formula):
        return book[found[1]][found[2]].value
    raise AssertionError(f"an unknown formula: {formula}")


def check(path):
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                stored = values[sheet.title][cell.coordinate].value
                again = worked_out(values, values[sheet.title], cell.value)
                assert abs(stored - again) < 1e-6, f"{path} {sheet.title} {cell.coordinate}: {stored}, not {again}"
                count += 1
    assert count > 0, f"{path}: no formula"
    print(f"{path}: {count} formulas")


for name in sys.argv[1:]:
    check(name)
